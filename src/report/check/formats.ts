import { visibleText } from '../../encoding/visible.js';
import { workflowCommand } from '../../encoding/workflow-command.js';
import { xmlText } from '../../encoding/xml.js';
import type { Scenario } from '../../scenario/types.js';
import { heading, paragraph, present, table } from '../blocks.js';
import { blocksMarkdown } from '../markdown.js';
import { checkText } from '../text/check/index.js';
import { reportText } from '../text/index.js';
import type { CheckFormat } from './format-names.js';
import type { CheckItem } from './items.js';

/** Drifted figures that are listed where people read; machines get all of them. */
const MOST_DRIFTS = 20;

/** The outcome of a check in a format. Ends with a newline. */
export function printCheck(scenario: Scenario, items: readonly CheckItem[], format: CheckFormat): string {
  switch (format) {
    case 'text':
      return textOf(scenario, items);
    case 'json':
      return jsonOf(scenario, items);
    case 'junit':
      return junitOf(scenario, items);
    case 'github':
      return githubOf(scenario, items);
    case 'markdown':
      return markdownOf(scenario, items);
  }
}

function textOf(scenario: Scenario, items: readonly CheckItem[]): string {
  const words = checkText(scenario.language);
  if (items.length === 0) return `${words.nothing}\n`;
  const width = Math.max(words.holds.length, words.fails.length) + 1;
  const { shown, rest } = firstOf(items);
  const lines = shown.map(({ holds, name, detail }) =>
    words.line((holds ? words.holds : words.fails).padEnd(width), name, detail),
  );
  if (rest > 0) lines.push(words.more(String(rest)));
  return `${lines.map(visibleText).join('\n')}\n`;
}

/** All of rules and targets, the first of the drifts. */
function firstOf(items: readonly CheckItem[]): { readonly shown: readonly CheckItem[]; readonly rest: number } {
  const drifts = items.filter(({ kind }) => kind === 'drift');
  const shown = [...items.filter(({ kind }) => kind !== 'drift'), ...drifts.slice(0, MOST_DRIFTS)];
  return { shown, rest: items.length - shown.length };
}

function jsonOf({ name, sha256 }: Scenario, items: readonly CheckItem[]): string {
  const checks = items.map(({ kind, key, holds, detail }) => ({ kind, check: key, holds, detail }));
  const document = {
    format: 'huni.check/1',
    scenario: { name, sha256 },
    holds: items.every(({ holds }) => holds),
    checks,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** JUnit's XML, as build servers read it: a test suite of the scenario, a test case a gate. */
function junitOf({ name }: Scenario, items: readonly CheckItem[]): string {
  const failures = items.filter(({ holds }) => !holds).length;
  const cases = items.map(({ kind, key, holds, detail, name: title }) => {
    const open = `    <testcase classname="huni.${kind}" name="${xmlText(key)}"`;
    if (holds) return `${open}/>`;
    return `${open}>\n      <failure type="${kind}" message="${xmlText(`${title}: ${detail}`)}"/>\n    </testcase>`;
  });
  const counts = `tests="${items.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="huni check" ${counts}>`,
    `  <testsuite name="${xmlText(name)}" ${counts} skipped="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** GitHub's workflow commands: an error on the scenario's file for each gate that isn't passed, and a notice of the count. */
function githubOf(scenario: Scenario, items: readonly CheckItem[]): string {
  const words = checkText(scenario.language);
  const { shown, rest } = firstOf(items.filter(({ holds }) => !holds));
  const file = { file: scenario.path };
  const errors = shown.map(({ kind, name, detail }) =>
    workflowCommand('error', { ...file, title: `${words.kinds[kind]}: ${name}` }, `${name}: ${detail}`),
  );
  if (rest > 0) errors.push(workflowCommand('error', file, words.more(String(rest))));
  return `${[...errors, workflowCommand('notice', file, verdictOf(scenario, items))].join('\n')}\n`;
}

function markdownOf(scenario: Scenario, items: readonly CheckItem[]): string {
  const words = checkText(scenario.language);
  const { columns } = words;
  const { shown, rest } = firstOf([...items].sort((a, b) => Number(a.holds) - Number(b.holds)));
  const content = {
    columns: [columns.verdict, columns.kind, columns.check, columns.detail],
    words: [1, 2, 3],
    rows: shown.map(({ kind, name, holds, detail }) => [holds ? words.yes : words.no, words.kinds[kind], name, detail]),
  };
  const verdict = verdictOf(scenario, items);
  const blocks = present([
    heading(verdict),
    items.length === 0 ? null : table(verdict, content),
    rest > 0 ? paragraph(words.more(String(rest))) : null,
  ]);
  return blocksMarkdown(blocks, reportText(scenario.language).direction);
}

function verdictOf(scenario: Scenario, items: readonly CheckItem[]): string {
  const words = checkText(scenario.language);
  const failed = items.filter(({ holds }) => !holds).length;
  const count = String(items.length);
  if (items.length === 0) return words.heading(scenario.name, words.nothing);
  return words.heading(scenario.name, failed === 0 ? words.allHold(count) : words.someFail(String(failed), count));
}
