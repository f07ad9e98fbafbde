/** What a check says in English. Figures come in written already; a catalogue of another language has this type. */
export const checkEn = {
  language: 'en',
  holds: 'holds',
  fails: 'fails',
  line: (verdict: string, name: string, detail: string) => `${verdict} ${name}: ${detail}`,
  rule: (value: string, allowed: string) => `${value}, allowed ${allowed}`,
  chance: (chance: string, required: string) => `in ${chance} of futures, ${required} required`,
  mean: (value: string) => `the mean is ${value}`,
  drift: (against: string) => `Drift from ${against}`,
  steady: (figures: string, tolerance: string) =>
    `none of ${figures} figures moved by more than ${tolerance} and what chance explains`,
  moved: (is: string, was: string, allowed: string) => `${is}, was ${was}; may move by ${allowed}`,
  more: (count: string) => `and ${count} more`,
  nothing: 'The scenario has no rules and no targets to check.',
  kinds: { verdict: 'Verdict', rule: 'Rule', target: 'Target', drift: 'Drift', pace: 'Pace' },
  verdict: (kind: string, allowed: string) => `${kind}, allowed ${allowed}`,
  verdicts: { move: 'move', test: 'test first', keep: 'keep', less: 'spend less', cannot: 'cannot', start: 'start' },
  heading: (scenario: string, verdict: string) => `${scenario}: ${verdict}`,
  allHold: (count: string) =>
    count === '1' ? 'the check holds' : count === '2' ? 'both checks hold' : `all ${count} checks hold`,
  someFail: (failed: string, count: string) => `${failed} of ${count} checks fail`,
  columns: { verdict: 'Holds', kind: 'Kind', check: 'Check', detail: 'Found' },
  yes: 'yes',
  no: 'no',
} as const;
