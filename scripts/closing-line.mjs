// Adds up the test runner's reports and prints one closing line; fails where a test failed or none ran.
import { readFile } from 'node:fs/promises';

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  const report = JSON.parse(await readFile(path, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + report.numFailedTestSuites - countFailedFiles(report);
  counts.skipped += report.numPendingTests;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** Suites that failed because a test in them did: those are counted as tests already. */
function countFailedFiles(report) {
  return report.numFailedTests > 0 ? report.numFailedTestSuites : 0;
}
