/** What is said in English of a plan that is under way. Figures come in written already. */
export const trackEn = {
  language: 'en',
  heading: (plan: string, whole: string, all: string, date: string) =>
    `${plan}: ${whole} of ${all} periods are over, as of ${date}`,
  changed: (date: string) => `; the file is no longer what was approved on ${date}`,
  unmatched: (amount: string, count: string, names: string, file: string) =>
    `${amount} went to ${count === '1' ? 'a campaign' : `${count} campaigns`} in no line of the plan (${names}): counted in the total; say in ${file} where it belongs`,
  /** `until`: the last day of which spend counts, where figures count to an earlier one. */
  spent: (spent: string, budget: string, planned: string, end: string, until: string) =>
    `Spent ${spent} of ${budget}${until === '' ? '' : ` up to ${until}`}; the plan had ${planned} by ${until === '' ? 'now' : 'then'}. At this pace: ${end} by the end`,
  over: (amount: string) => `${amount} more than the budget is spent: nothing is left to plan`,
  before: (amount: string) => `${amount} was spent before the plan's first day, and is in no figure`,
  gate: (phase: string, gate: string, passed: string, failed: boolean, stops: boolean) =>
    failed
      ? `The gate after ${phase} (${gate}) has failed${stops ? ': what it stops spends no more' : ''}`
      : `The gate after ${phase} (${gate}) is passed in ${passed} of futures by what came${stops ? '; in the others what it stops spends no more' : ''}`,
  shock: (name: string, date: string, chance: string) => `“${name}” has begun, most likely on ${date} (${chance} sure)`,
  ahead: (line: string, off: string, daily: string, needed: string) =>
    `${line} is ${off} ahead of plan: ${daily} a day, ${needed} would do`,
  behind: (line: string, off: string, daily: string, needed: string) =>
    `${line} is ${off} behind plan: ${daily} a day, ${needed} needed`,
  silent: (date: string) => `; the exports have nothing of it after ${date}: paused, or is a file missing?`,
  unplanned: (line: string, spent: string) => `${line} has spent ${spent} that wasn't planned yet`,
  paced: (tolerance: string) => `Every line is within ${tolerance} of its plan`,
  lands: (name: string, low: string, high: string, middle: string, thenLow: string, thenHigh: string, then: string) =>
    `${name}: ${low} to ${high} by the end, ${middle} in the middle; approved with ${thenLow} to ${thenHigh}, ${then} in the middle`,
  target: (name: string, now: string, then: string) => `${name}: in ${now} of futures, ${then} when approved`,
  needed: (chance: string, holds: boolean) => `; ${chance} is asked for${holds ? '' : ', so it fails'}`,
  bridge: (
    total: string,
    then: string,
    now: string,
    price: string,
    clickRate: string,
    conversionRate: string,
    volume: string,
  ) =>
    `Why conversions move by ${total} on average (${then} approved, ${now} now): price ${price}, click rate ${clickRate}, conversion rate ${conversionRate}, volume ${volume}`,
  alarm: (figure: string, line: string, change: string, date: string) =>
    `${figure} of ${line} is another one since ${date}: ${change}`,
  figures: { price: 'The price', click_rate: 'The click rate', conversion_rate: 'The conversion rate' },
  up: (share: string) => `up ${share}`,
  down: (share: string) => `down ${share}`,
  change: (moves: string) => `Change from tomorrow: ${moves}`,
  /** `from` is what the plan had for the rest, with what is left of the budget. */
  move: (line: string, to: string, from: string) => `${line} ${to} a day (instead of ${from})`,
  gain: (amount: string, chance: string) => `; profit ${amount} on average, better in ${chance} of futures`,
  nothing: 'Change nothing: no plan of the rest is better beyond chance',
  nothingLeft: 'Nothing is left to decide',
  locked: (date: string) => `Budgets are locked until ${date}: change nothing before then`,
  contradiction: (rules: string) => `No plan of the rest keeps these rules together: ${rules}`,
  unsure: 'What came fits the model badly: take the bands with caution',
  learned: (counts: string, effective: string, weights: boolean) =>
    `Learned from ${counts} counts; ${effective} of the Gaussian's draws are effective${weights ? ', so draws by weight are used' : ''}`,
  more: (count: string) => `and ${count} more`,
  separator: ', ',
  pace: (line: string) => `Pace of ${line}`,
  paceFound: (off: string, tolerance: string) => `${off} off plan, ${tolerance} allowed`,
  chartTitle: 'Orders by the end of each period: as approved, and as they come',
  /** How to read the course behind the one of now. */
  approvedCourse: { dashed: 'Dashed: the same as approved.', diamond: 'Grey diamond: as approved.' },
  approved: 'approved',
  now: 'now',
  lines: 'Lines',
  columns: {
    line: 'Line',
    budget: 'Budget',
    planned: 'Planned by now',
    spent: 'Spent',
    off: 'Off plan',
    daily: 'A day',
    needed: 'Needed a day',
    conversions: 'Conversions so far',
    approved: 'End, approved',
    lands: 'End, now',
  },
  targetsTitle: 'Targets',
  targetColumns: { target: 'Target', needed: 'Asked for', approved: 'Approved', now: 'Now', atPace: 'At this pace' },
  bars: {
    price: 'Price',
    click_rate: 'Click rate',
    conversion_rate: 'Conversion rate',
    volume: 'Volume',
    all: 'Together',
  },
  bridgeTitle: 'Why conversions come out otherwise than approved',
  bridgeColumns: { bar: 'Because of', conversions: 'Conversions' },
  matchTitle: 'Campaigns and lines',
  matchColumns: { campaign: 'Campaign', platform: 'Platform', line: 'Line' },
  none: 'none',
} as const;
