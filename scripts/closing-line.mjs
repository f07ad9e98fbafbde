// Adds up the test runner's reports and prints what failed and one closing line; fails where a test failed or none ran. Skipped
// is what no report ran: a step that leaves the slow tests out, or takes nothing but them, has the others among its own skipped ones.
import { readFile } from 'node:fs/promises';

const counts = { passed: 0, failed: 0 };
const ran = new Set();
const left = new Set();
for (const path of process.argv.slice(2)) {
  const report = JSON.parse(await readFile(path, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests + report.numFailedTestSuites - countFailedFiles(report);
  for (const { name, status: fileStatus, message, assertionResults } of report.testResults) {
    for (const { fullName, status, failureMessages } of assertionResults) {
      (status === 'passed' || status === 'failed' ? ran : left).add(`${name} ${fullName}`);
      if (status === 'failed')
        console.log(`\nfailed: ${fullName}\n  in ${name}\n  ${failureMessages[0]?.slice(0, 1500)}`);
    }
    // A file that could not be read or set up has no test that failed.
    if (fileStatus === 'failed' && !assertionResults.some(({ status }) => status === 'failed'))
      console.log(`\nfailed: ${name}\n  ${message}`);
  }
}
const skipped = [...left].filter((test) => !ran.has(test)).length;
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** Suites that failed because a test in them did: those are counted as tests already. */
function countFailedFiles(report) {
  return report.numFailedTests > 0 ? report.numFailedTestSuites : 0;
}
