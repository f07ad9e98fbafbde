import type { Language } from '../../units/locale.js';
import type {
  ColumnEvidence,
  Countable,
  Evidence,
  ExportNoteCode,
  ExportNoteParameters,
  FaultDetail,
  FindingCode,
  FindingParameters,
  FitOrigin,
  Oversized,
  QuarantineReason,
  ReadFault,
} from '../facts.js';

/** Writes the parameters of a fact as its language does. */
export interface Say {
  count(value: number): string;
  /** A size in bytes. */
  size(bytes: number): string;
  /** Texts of the file, each in quotation marks. */
  list(texts: readonly string[]): string;
  detail(detail: FaultDetail): string;
  /** A share in percent. */
  percent(share: number): string;
  /** Whether it is read on the planner's page, where an answer is chosen and no option written. */
  readonly onPage: boolean;
}

/** Words for each kind of a tagged union: a catalogue that lacks one doesn't compile. */
type KindWords<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>, say: Say) => string;
};

/** What a language says of exports: findings, and what they go with. */
export interface ExportWords {
  readonly language: Language;
  readonly findings: {
    readonly [Code in FindingCode]: (parameters: FindingParameters[Code], say: Say) => string;
  };
  readonly reasons: Readonly<Record<QuarantineReason, string>>;
  readonly faults: Readonly<Record<Extract<ReadFault, string>, string>>;
  readonly oversized: Readonly<Record<Extract<Oversized, string>, string>>;
  readonly textOf: (dimension: string) => string;
  readonly countable: Readonly<Record<Extract<Countable, string>, string>>;
  readonly textsOf: (dimension: string) => string;
  readonly details: KindWords<FaultDetail>;
  readonly evidence: KindWords<Evidence>;
  readonly columns: KindWords<ColumnEvidence>;
  /** Where a fitted number came from. */
  readonly origin: (origin: FitOrigin, say: Say) => string;
  readonly notes: {
    readonly [Code in ExportNoteCode]: (parameters: ExportNoteParameters[Code], say: Say) => string;
  };
}

/** What one of the rows has, in brackets; nothing where nothing is known of it. */
export function example(detail: FaultDetail, say: Say): string {
  return detail.kind === 'none' ? '' : ` (${say.detail(detail)})`;
}
