import { type ExportWords, example } from './types.js';

const rows = (count: number, say: { count(value: number): string }): string =>
  count === 1 ? '1 row' : `${say.count(count)} rows`;

/** What is said of exports in English. */
export const exportsEn: ExportWords = {
  language: 'en',
  findings: {
    unreadable: ({ fault }) =>
      `the file can't be read: ${typeof fault === 'string' ? exportsEn.faults[fault] : fault.system}`,
    'empty-file': () => 'the file is empty',
    'binary-file': () => 'the file is neither text nor an XLSX workbook: export it as CSV or XLSX',
    'old-workbook': () => 'the file is an old .xls workbook: save it as .xlsx or CSV',
    'broken-workbook': ({ detail }) => `the workbook can't be opened: ${detail}`,
    'too-large': ({ what, most }, say) =>
      `${typeof what === 'string' ? exportsEn.oversized[what] : exportsEn.textOf(what.textOf)} is larger than ${say.size(most)}: export a shorter time, or fewer columns`,
    'too-many': ({ what, most }, say) =>
      `there are more than ${say.count(most)} ${typeof what === 'string' ? exportsEn.countable[what] : exportsEn.textsOf(what.textsOf)}: export a shorter time, or less detail`,
    'too-many-columns': ({ row, found, most }, say) =>
      `row ${row} has ${say.count(found)} cells: no export has more than ${say.count(most)}`,
    'too-slow': ({ seconds }, say) =>
      `reading it takes longer than ${say.count(seconds / 60)} minutes: export a shorter time, or less detail`,
    'broken-text': ({ encoding }) => `the file breaks off or mixes encodings: it isn't ${encoding} throughout`,
    'unclosed-quote': ({ line }) => `a quotation mark opened on line ${line} is never closed: the file breaks off`,
    'malformed-csv': ({ detail }) => `the CSV can't be parsed: ${detail}`,
    'legacy-encoding': ({ encoding }) =>
      `the file isn't UTF-8; it was read as ${encoding}, so names may have wrong letters`,
    'no-final-newline': () =>
      'the last line has no end: if the file was cut off, its last figure may be short of digits',
    'stray-byte': () => 'one byte stands after the last line and is no character: it was left out',
    'sheets-together': ({ sheets }, say) =>
      `the sheets ${say.list(sheets)} have the same columns and are read one after the other: rows are counted through them`,
    'other-sheets': ({ sheets }, say) =>
      `not read, since their columns are others: the sheets ${say.list(sheets)}. If their figures count as well, save each as a file of its own and give it too`,
    'hidden-sheets': ({ sheets }, say) =>
      `not read, since the workbook hides them: the sheets ${say.list(sheets)}. If their figures count as well, show them and save it again`,
    'no-header': ({ searched }, say) =>
      `none of the first ${rows(searched, say)} names columns of an export (spend, impressions, clicks, …): name them with a mapping`,
    'no-figures': ({ headers }, say) =>
      `no column of spend, impressions, clicks or conversions among ${say.list(headers)}`,
    'unsaid-figures': ({ first, last }) =>
      `columns "${first}" to "${last}" are periods, and nothing says what their figures are: write Spend, Impressions or Clicks into each name ("${first} Spend"), or into a column Metric, or give one row a period`,
    'unknown-figures': ({ column, names }, say) =>
      `"${column}" names each row's figure, and none of them is known (${say.list(names)}): call them Spend, Impressions, Clicks, Conversions`,
    'no-rows': () => 'there is a header, but not one row of figures below it',
    'all-quarantined': ({ count, reason, detail }, say) =>
      `none of ${rows(count, say)} could be read; most often: ${exportsEn.reasons[reason]}${example(detail, say)}`,
    'same-field': ({ field, headers }, say) =>
      `columns ${say.list(headers)} are all ${field}: say with a mapping which one counts`,
    'unknown-mapping': ({ header, headers }, say) =>
      `the mapping names a column "${header}"; the file has ${say.list(headers)}`,
    'unknown-field': ({ field }) => `the mapping names a field "${field}", which there is none of`,
    'mixed-decimal-marks': ({ column, point, comma }) =>
      `"${column}" has decimal points (${point}) and decimal commas (${comma})`,
    'ambiguous-decimal-mark': ({ column, example }) =>
      `"${column}": "${example}" is thousands to one reader and decimals to the next, and nothing in the file tells which: say what the decimal mark is`,
    'in-thousands': ({ headers, times }, say) =>
      `multiplied by ${say.count(times)}, as the name of the column says: ${say.list(headers)}; what was rounded off stays unknown`,
    abbreviated: ({ headers, example }, say) =>
      `amounts like "${example}" are read to the digits that are written, in ${say.list(headers)}: they are rounded, and so are their sums; export whole figures for totals to the last one`,
    'above-in-thousands': ({ line }) =>
      `above the table stands "${line}"; its figures are read as they are written: if they are thousands, write so into the names of their columns, "Spend (000)"`,
    'mixed-date-orders': ({ column, day, month }) =>
      `"${column}" has the day first (${day}) and the month first (${month}): say which, and the others are set aside`,
    'no-years': ({ column, example }) => `"${column}": ${example} is a day without a year: write the year beside it`,
    'ambiguous-dates': ({ column, example }) =>
      `"${column}": ${example} has the day first to one reader and the month first to the next: say which`,
    'no-dates': ({ headers }, say) =>
      `there is no date column: rows are a breakdown of one unknown period${headers.length === 0 ? '' : `; ${say.list(headers)} has dates, under a name that isn't known`}`,
    'date-forms': ({ column, forms }) =>
      `"${column}" writes dates in ${forms.length} ways: ${forms.join(', ')}; one order reads them all`,
    'iso-weeks': ({ column, example }) =>
      `"${column}": "${example}" is taken for an ISO week, Monday to Sunday, the first of a year being the one with 4 January; a spreadsheet may count weeks in another way`,
    'epoch-dates': ({ column, example }) =>
      `"${column}": "${example}" is taken for seconds or milliseconds since 1970, and its day for the one that begins at midnight in the account's time zone where all cells are such midnights, else in Greenwich's`,
    'open-ends': ({ count }, say) => `${rows(count, say)} without a last day: their window is not known`,
    'overlapping-windows': ({ count, row }, say) =>
      `${rows(count, say)} cover days that a row of the same names covers, too, row ${row} the first: all are counted; where one is a later report of the same days, leave the other out`,
    'exclusive-ends': () => 'windows end on the day after their last one: their ends were put back by a day',
    'averaged-days': ({ least, most }, say) =>
      `spend over its average a day says that rows cover ${least === most ? '' : `${say.count(least)} to `}${say.count(most)} days from their date`,
    'last-days-only': ({ least, most }, say) =>
      `rows have last days only, and the steps between these say that they cover ${least === most ? '' : `${say.count(least)} to `}${say.count(most)} days each`,
    'results-aside': ({ column }, say) =>
      `"${column}" counts whatever each campaign was set to get, so nothing counts as an order or lead here: ${say.onPage ? 'if they are, say so where it says what each column was taken for' : `if they are, say --map "${column}=conversions"`}`,
    'order-by-months': ({ order }) =>
      `dates are read ${order}: only then rows cover whole months, as their averages a day say`,
    'mixed-currencies': ({ codes }) => `amounts are in ${codes.join(', ')}: their totals are kept apart`,
    'unknown-currency': () => 'nothing in the file names a currency: say which',
    'assumed-dollars': () => 'amounts have a $ sign only; US dollars are assumed',
    'other-currency': ({ given, found }) =>
      `the currency was said to be ${given}, but the file says ${found ?? 'another'}`,
    'currency-headers': ({ headers }, say) => `amounts in different currencies side by side: ${say.list(headers)}`,
    'mixed-signs': ({ column, signs }) =>
      `"${column}" has amounts in ${signs.join(' and ')}, and no column of currencies`,
    quarantined: ({ reason, count, row, detail }, say) =>
      `${rows(count, say)} set aside, ${exportsEn.reasons[reason]}: row ${row}, ${say.detail(detail)}`,
    'mostly-wrong': ({ count, rows: all, reason, detail }, say) =>
      `${say.count(count)} of ${rows(all, say)} contradict themselves, most often: ${exportsEn.reasons[reason]}${example(detail, say)}: the columns aren't what they are taken for`,
    'short-row': ({ row, found, expected }) =>
      `row ${row} has ${found} of ${expected} fields; the others are taken as blank`,
    'total-differs': ({ row, what, total, sum }) =>
      `the total on row ${row} says ${what} ${total}; the rows sum to ${sum}`,
    'total-agrees': ({ row, what, total }) => `the total on row ${row} agrees with the rows' sum: ${what} ${total}`,
    'unknown-breakdown': ({ repeats, rows: all }, say) =>
      `${say.count(repeats)} of ${rows(all, say)} repeat a date and a name with other figures: too many to be restated days, and no column is known that would tell them apart: map it as breakdown`,
    'unnamed-repeats': ({ count }, say) =>
      `${rows(count, say)} repeat a date and breakdown with other figures; without a campaign column they are all kept`,
    'named-total': ({ count, name, row }, say) =>
      `${rows(count, say)} named "${name}" count as a campaign's, row ${row} the first: they are less than the other rows of the day together, so they aren't their sum`,
    'shared-days': ({ count, row }, say) =>
      `${rows(count, say)} cover days that a row of the same names covers, too, row ${row} the first: a report has each day once, so these are several reports, and which of them counts nothing tells; leave the others out`,
    'repeated-figures': ({ column }) =>
      `rows that differ in "${column}" alone have the same spend and impressions: they are there several times, not in parts; export without it, or keep the rows of one of its values`,
    'idle-end': ({ days, from }, say) =>
      `nothing was spent or shown on the last ${say.count(days)} days, from ${from}: the pace of the last four weeks has them in it; leave them out if they are still to come`,
    'blank-spend': ({ count, row }, say) =>
      `${rows(count, say)} have impressions and no spend, row ${row} the first: they count as free; in a workbook formulas that were never worked out are blank, so open it and save it again`,
    'comparison-rows': ({ column, value, count, spend, aside }, say) =>
      `${rows(count, say)} say "${value}" in "${column}", and have spend of ${say.count(spend)}: ${aside ? 'they are set aside; if they were spent on these days, give the column' : "they count like the others; leave them out if they weren't spent on these days"}`,
    'future-rows': ({ count, spend, first, last, today }, say) =>
      `${rows(count, say)} dated ${first === last ? first : `${first} to ${last}`}, after ${today}, with spend of ${say.count(spend)}: what is still to come can't have been spent, so they are set aside; if the year or the order of day and month is wrong, correct it`,
    'all-future': ({ first, last, today }) =>
      `every row is dated after ${today} (${first === last ? first : `${first} to ${last}`}): days still to come can't have been spent on, but there are no others, so they count; check the year, or this machine's date`,
    'running-sums': () =>
      'spend and impressions of every campaign only rise from date to date: they look like sums since the first day, and each day is counted many times over if they are; export what each day had',
    'perhaps-millionths': ({ column, price }, say) =>
      `"${column}" has whole multiples of 10,000 only, and a thousand impressions cost ${say.count(price)}: interfaces for programs give amounts in millionths; if these are, name the column cost_micros`,
    'near-subtotals': ({ count, name, row }, say) =>
      `${rows(count, say)} named as "${name}" are nearly what the days of such a stretch sum to, row ${row} the first: they count; leave them out if they are sums`,
    'uneven-subtotals': ({ count, row }, say) =>
      `${rows(count, say)} say "all" beside rows of the parts and aren't their sum, row ${row} the first: both are counted; export one kind or the other`,
    'rate-disagrees': ({ column, rows: wrong, checked, row, detail }, say) =>
      `"${column}" differs from the counts in ${say.count(wrong)} of ${rows(checked, say)}: row ${row}, ${say.detail(detail)}`,
    'rate-is-other': ({ column, agree, checked }, say) =>
      `"${column}" agrees with the counts in only ${say.count(agree)} of ${rows(checked, say)}: it counts something else`,
    'message-opens': ({ count }, say) =>
      `${rows(count, say)} of sponsored messages have more clicks than impressions: opens count as clicks`,
    'link-above-all': ({ count }, say) =>
      `${rows(count, say)} have more link clicks than clicks of all kinds: they are counted apart, and kept`,
    'blank-zeros': ({ headers }, say) =>
      `blanks are zeros in ${say.list(headers)}: this platform leaves a count of zero blank`,
    'tax-in-name': ({ column, of }) =>
      `"${column}": amounts are read as they are, ${of === 'net' ? 'without taxes or fees' : 'taxes or fees included'}, as the name of the column says; so is the budget of a plan made of them`,
    'view-through': ({ count }, say) =>
      `${rows(count, say)} have more conversions than clicks: conversions after a view are counted`,
    'merged-names': ({ count }, say) =>
      `${say.count(count)} spellings of campaign names that differ only in case, spaces or underscores are taken as one`,
    'named-once': ({ headers }, say) =>
      `written on the first row of each group only, as merged cells are: ${say.list(headers)}; the rows below are taken as the same`,
    'other-platforms': ({ platform, names }) =>
      `columns are named as ${platform} names them, and campaigns for ${names.join(', ')}: rows are taken for ${platform}'s`,
    'shared-column': ({ header }) => `"${header}" belongs to no one platform and is left out`,
    'figures-in-rows': ({ column, figures }, say) =>
      `"${column}" names each row's figure: rows are put together with columns ${say.list(figures)}`,
    'periods-in-columns': ({ first, last, count, figures }, say) =>
      `columns "${first}" to "${last}" are ${say.count(count)} periods side by side, of ${say.list(figures)}: each is read as a row of its own`,
    'unread-columns': ({ headers, more }, say) => `not used: ${say.list(headers)}${more ? ', …' : ''}`,
    'later-pull': ({ earlier, later, rows: shared }, say) =>
      `${rows(shared, say)} of ${earlier} stand in ${later} too, which is the later pull: they count once`,
    'finer-rows': ({ coarse, fine, rows: shared }, say) =>
      `${rows(shared, say)} of ${coarse} are sums of rows of shorter stretches in ${fine}: these count, the sums don't`,
    'other-parts': ({ one, other, rows: shared }, say) =>
      `${rows(shared, say)} of ${one} have the names and days of rows in ${other} with other figures: if they are parts of one account, export them together or with the column that tells them apart; if one is out of date, leave it out`,
    'partly-shared': ({ one, row, other }) =>
      `row ${row} of ${one} covers days that ${other} has and days that it hasn't: which of its figures count twice can't be told; export both by day, or leave one out`,
    'several-budgets': ({ headers }, say) =>
      `columns ${say.list(headers)} are all budgets: say which one counts with --map HEADER=budget, or --map HEADER=ignore`,
    'not-an-amount': ({ row, column, found }) =>
      `row ${row}, "${column}": found "${found}", expected an amount of money from 0 up`,
    'not-a-day': ({ row, column, found }) => `row ${row}, "${column}": found "${found}", expected a date`,
    'ends-before': ({ row }) => `row ${row} ends before it starts`,
    'no-channel': ({ row }) => `row ${row} has an amount and says no channel: name one, or call the row a total`,
    'other-sum': ({ row, column, stated, sum }) => `row ${row}: "${column}" says ${stated}, its periods sum to ${sum}`,
    'other-total': ({ row, stated, sum }) => `the total on row ${row} says ${stated}; the rows above it sum to ${sum}`,
    'plan-currencies': ({ codes }) => `amounts are in ${codes.join(', ')}: give a plan of one currency`,
    'months-without-year': ({ headers }, say) =>
      `${say.list(headers)} name months without a year: write them as Jan 2027, or 2027-01`,
    'plan-dates': ({ example }) =>
      `"${example}" has the day first to one reader and the month first to the next: say which with --day-first or --month-first`,
    'not-in-a-row': ({ header }) =>
      `"${header}" doesn't follow the period before it: periods stand side by side, without gaps`,
    'some-dated': ({ row }) => `row ${row} has no dates, others have: give each a start and an end`,
    'daily-without-days': ({ row, column }) =>
      `row ${row}: "${column}" is a budget a day, and no dates say for how many: give a start and an end, or a budget for the whole`,
    'no-placements': () => 'no row has both a channel that scenarios know and an amount above 0',
    'left-out': ({ row, channel, amount }) =>
      `row ${row}: "${channel}" is no platform that scenarios know: its ${amount} is left out`,
    'not-taken': ({ headers }, say) => `not taken, since a forecast says them itself: ${say.list(headers)}`,
  },
  reasons: {
    'too many fields': 'too many fields',
    'too few fields': 'too few fields',
    'not a number': 'not a number',
    'not a date': 'not a date',
    'no date': 'no date',
    'impossible date': 'impossible date',
    'ends before it starts': 'ends before it starts',
    'negative amount': 'negative amount',
    'clicks above impressions': 'clicks above impressions',
    'shifted columns': 'shifted columns',
    'reach above impressions': 'reach above impressions',
    'rate contradicts its counts': 'rate contradicts its counts',
    duplicate: 'duplicate',
    'restated later': 'restated later',
    'in another file': 'in another file',
    'subtotal among rows': 'subtotal among rows',
    'row without a name': 'row without a name',
    'planned or before': 'planned, or of a period before',
    'after today': 'dated after today',
    'unknown currency': 'unknown currency',
    'no figures': 'no figures',
  },
  faults: {
    'no such file': 'no such file',
    'it is a directory': 'it is a directory',
    'permission denied': 'permission denied',
    'nobody wrote to this pipe for 5 seconds': 'nobody wrote to this pipe for 5 seconds',
  },
  oversized: {
    'the file': 'the file',
    'what comes through the pipe': 'what comes through the pipe',
    'the workbook': 'the workbook',
    'the unpacked workbook': 'the workbook, unpacked,',
    'an unpacked part of the workbook': 'a part of the workbook, unpacked,',
  },
  textOf: (dimension) => `the text of the column of ${dimension}s`,
  countable: {
    rows: 'rows',
    cells: 'cells',
    'rows that contradict themselves': 'rows that contradict themselves',
    'parts of the workbook': 'parts of the workbook',
  },
  textsOf: (dimension) => `different texts in the column of ${dimension}s`,
  details: {
    cell: ({ text }) => `"${text}"`,
    blank: ({ header }) => `"${header}" is blank`,
    value: ({ header, text, of }) =>
      `"${header}"${{ figure: '', count: ', a count,', name: ', a name,' }[of]} is "${text}"`,
    window: ({ from, to }) => `"${from}" to "${to}"`,
    clicks: ({ clicks, impressions }) => `${clicks} clicks, ${impressions} impressions`,
    people: ({ people, impressions }) => `${people} people, ${impressions} impressions`,
    fields: ({ found, expected }) => `${found} instead of ${expected}`,
    'same as above': () => 'the same as a row above, cell for cell',
    again: ({ row }) => `row ${row} gives the same day again`,
    nameless: () => 'no campaign, ad set or ad',
    rate: ({ header, given, found }) => `"${header}" is ${given}, the counts give ${found}`,
    none: () => '',
  },
  evidence: {
    given: () => 'as given',
    nothing: () => 'nothing names it',
    'platforms side by side': () => 'platforms side by side in the header',
    'column of platforms': () => 'a column of platforms',
    'campaign names': () => 'campaign names',
    'own columns': ({ headers }, say) => `only its exports have ${say.list(headers)}`,
    'column names': () => 'its column names',
    'all columns': () => 'only its exports have all of these columns',
    'column named': ({ header }) => `a column is named "${header}"`,
    'file name': ({ word }) => `the file's name has "${word}"`,
    'column of currencies': () => 'a column of currencies',
    column: ({ header }) => `the column "${header}"`,
    'dollar sign': () => '"$" in the cells',
    sign: ({ header }) => `the sign in the cells of "${header}"`,
  },
  columns: {
    mapping: () => 'as the mapping says',
    group: ({ group }) => `of ${group}`,
    hours: () => 'its cells are hours of days',
    dates: () => 'its cells are dates, and no other column has any',
    'date parts': ({ headers }, say) => `a date together with ${say.list(headers)}`,
    currencies: () => 'its cells are codes of currencies',
    platforms: () => 'its cells name platforms',
    'no header': () => 'no header',
    unknown: () => 'unknown name',
    name: ({ platform, language, known }) =>
      `${platform === null ? 'a common name' : `${platform}'s name`}, ${language}, ${known}`,
    shared: () => 'belongs to no one platform',
    used: ({ header, field }) => `"${header}" is used for ${field}`,
  },
  origin: ({ days, rows: count, campaigns, counted, present, prior }, say) => {
    const when =
      days === null
        ? `${rows(count, say)} without dates`
        : `${days.first === days.last ? days.first : `${days.first} to ${days.last}`}, ${rows(count, say)}, ${campaigns === 1 ? '1 campaign' : `${say.count(campaigns)} campaigns`}`;
    const method =
      counted === null
        ? 'hierarchical lognormal'
        : `${say.count(counted.hits)} ${counted.hitsOf} of ${say.count(counted.trials)} ${counted.trialsOf}; beta-binomial with partial pooling`;
    const level =
      present === null
        ? ''
        : `, level of now (${present.halfLife === null ? 'all days alike' : `half-life ${say.count(present.halfLife)} days`}), spread as ${say.count(present.stretches)} stretches of ${say.count(present.stretchDays)} days moved`;
    const source =
      prior.kind === 'vague'
        ? 'no benchmark: a vague prior'
        : prior.kind === 'other platforms'
          ? "the other platforms' level"
          : `${prior.source}, ${prior.period}, grade ${prior.grade}`;
    return `${when}; ${method}${level}, prior from ${source}`;
  },
  notes: {
    'other-currencies': ({ main }) => `rows in currencies other than ${main} are left out of the fits`,
    'open-rows': ({ count }, say) => `${rows(count, say)} have no last day, so they are left out of the fits`,
    'spread-rows': ({ days }, say) => `rows cover ${say.count(days)} days each and are spread over them evenly`,
    'undated-rows': () => 'the rows have no dates: what lies between ads is fitted, what changes with time is not',
    'unknown-platform': () => 'no file says which platform its rows are from: --map platform=NAME does',
    'lines-left-out': ({ lines }) =>
      `fitted, and left out of the plan: ${lines.map(({ line, spendUntil }) => `${line} (${spendUntil === null ? 'which platform is not known' : `no spend since ${spendUntil}`})`).join(', ')}`,
    'campaigns-without-rows': ({ count }, say) =>
      count === 1
        ? '1 campaign has no row with both spend and impressions'
        : `${say.count(count)} campaigns have no row with both spend and impressions`,
    'price-of-late': ({ line, factor }, say) =>
      `${line}: the last week's price was ${say.percent(factor)} of that of the last four, which the plan goes by: if that stays, change its cpm`,
    'late-conversions': ({ days, restated }, say) =>
      `half of the conversions are recorded within ${say.count(Math.round(10 * days) / 10)} days, ${restated === null ? 'as given' : `by ${say.count(restated)} conversions that two reports have`}: those of the last days are taken as the part that they are`,
    'weekday-prices': ({ line }) => `${line}: prices differ by weekday; a plan by day (--horizon "28 days") has them`,
    'far-above-pace': ({ times }, say) =>
      `this plan spends ${say.count(Math.round(times))} times what the last four weeks do in as long: prices and rates measured there need not hold at that`,
    repriced: ({ from, to, figures, far }, say) =>
      `Check: ${from} to ${to} priced again with its spend: ${figures.length === 0 ? 'too little came to compare' : `${figures.map(({ name, share }) => `${name} ${say.percent(share)}`).join(', ')} of what came`}${far ? '; that is far off: prices or rates of late are not those of these weeks' : ''}`,
  },
};
