import {
  type FunnelLine,
  isFunnelLine,
  type Line,
  type Quantity,
  type Scenario,
  type Source,
} from '../../scenario/types.js';
import { partsText } from '../text/parts/index.js';

export type EntryForm = 'money' | 'share' | 'number';

/** A quantity of the scenario with its name and how it is printed. */
export interface AssumptionEntry {
  /** As the model calls it where it varies. */
  readonly input?: string;
  readonly name: string;
  readonly form: EntryForm;
  readonly quantity: Quantity;
}

const SOURCE_FORMS: Readonly<Record<keyof ReturnType<typeof partsText>['source'], EntryForm>> = {
  followers: 'number',
  authentic: 'share',
  reach_rate: 'share',
  engagement: 'number',
  reproduction: 'share',
  fatigue: 'number',
  ctr: 'share',
  view_rate: 'share',
  cvr: 'share',
  fee: 'money',
  barter: 'money',
  revenue_share: 'share',
  rights_share: 'share',
  rights_fee: 'money',
  cost: 'money',
  hours: 'number',
  hourly: 'money',
};

type SourceKey = keyof typeof SOURCE_FORMS;

function quantitiesOf(source: Source): readonly (readonly [SourceKey, Quantity])[] {
  const { followers, authentic, reach_rate, engagement, reproduction, fatigue, rates } = source;
  const own = (['ctr', 'view_rate', 'cvr'] as const).flatMap((rate) => {
    const given = rates[rate];
    return given.from === 'own' ? [[rate, given.quantity] as const] : [];
  });
  const paid =
    source.kind === 'creator'
      ? ([
          ['fee', source.fee],
          ['barter', source.barter],
          ['revenue_share', source.revenue_share],
          ...(source.rights === null
            ? []
            : ([
                ['rights_share', source.rights.share],
                ['rights_fee', source.rights.fee],
              ] as const)),
        ] as const)
      : ([
          ['cost', source.cost],
          ['hours', source.hours],
          ['hourly', source.hourly],
        ] as const);
  return [
    ...Object.entries({ followers, authentic, reach_rate, engagement, reproduction, fatigue }).map(
      ([key, quantity]) => [key as SourceKey, quantity] as const,
    ),
    ...own,
    ...paid,
  ];
}

const LINE_KEYS = ['pressure', 'pressure_at', 'incrementality'] as const;

/** Where own money moves no price, the spend at which that was seen says nothing. */
const hasPressure = ({ pressure: { distribution } }: FunnelLine): boolean =>
  distribution.family !== 'fixed' || distribution.value !== 0;

/**
 * Quantities of a plan's parts beside lines and economics: creators and own posts, audiences, brand, messages, metrics, and of
 * lines what sections 4, 11 and 17 of the model add.
 */
export function partEntries(scenario: Scenario, lineName: (line: Line) => string): readonly AssumptionEntry[] {
  const words = partsText(scenario.language);
  const { brand, community } = scenario;
  return [
    ...scenario.sources.flatMap((source) =>
      quantitiesOf(source).map(([key, quantity]) => ({
        input: `${source.id}.${key}`,
        name: `${source.name}: ${words.source[key]}`,
        form: SOURCE_FORMS[key],
        quantity,
      })),
    ),
    ...scenario.audiences.map(({ name, size }) => ({
      input: `audiences.${name}`,
      name: words.audience(name),
      form: 'number' as const,
      quantity: size,
    })),
    ...(brand === null
      ? []
      : (['half_life_days', 'recall', 'cvr_lift', 'baseline_lift'] as const).map((key) => ({
          input: `brand.${key}`,
          name: words.brand[key],
          form: key === 'recall' ? ('share' as const) : ('number' as const),
          quantity: brand[key],
        }))),
    ...(community === null
      ? []
      : (['messages', 'reply', 'minutes', 'hourly'] as const).map((key) => ({
          input: `community.${key}`,
          name: words.community[key],
          form: key === 'hourly' ? ('money' as const) : key === 'minutes' ? ('number' as const) : ('share' as const),
          quantity: community[key],
        }))),
    ...scenario.metrics.map(({ name, rate }) => ({
      input: `metrics.${name}`,
      name: words.metric(name),
      form: 'share' as const,
      quantity: rate,
    })),
    ...scenario.lines.filter(isFunnelLine).flatMap((line) =>
      LINE_KEYS.filter((key) => key !== 'pressure_at' || hasPressure(line)).map((key) => ({
        input: `${line.id}.${key}`,
        name: `${lineName(line)}: ${words.line[key]}`,
        form:
          key === 'pressure' ? ('number' as const) : key === 'pressure_at' ? ('money' as const) : ('share' as const),
        quantity: line[key],
      })),
    ),
  ];
}
