/** What a column of kinds says of rows: planned, of a period before, or what came. */
type RowKind = 'planned' | 'before' | 'actual';

const WORDS: readonly (readonly [RowKind, readonly string[]])[] = [
  [
    'before',
    [
      '(?:the )?(?:previous|prior|last|preceding|comparison|compared|compare to)(?: (?:period|year|month|week|quarter))?',
      'year ago|ly|py|n-1',
      '(?:önceki|geçen|geçmiş) (?:dönem|yıl|ay|hafta)|önceki',
      '(?:əvvəlki|keçən) (?:dövr|il|ay|həftə)|əvvəlki',
      '(?:прошл|предыдущ)\\p{L}+(?: (?:период|год|месяц|неделя))?',
      '(?:الفترة|السنة|الشهر) السابقة?|سابق',
      '(?:vorherig|vorig)\\p{L}* (?:zeitraum|periode|monat|woche|jahr)|vor(?:jahr|monat|woche|periode|zeitraum)',
      '(?:période|année|mois) précédente?|précédente?',
      '(?:per[íi]odo|a[ñn]o|mes|m[êe]s|ano) anterior|anterior',
      '(?:periodo|anno|mese) precedente|precedente',
      'poprzedni(?: (?:okres|rok|miesiąc))?',
      '前期|前年|前月|前週|上期|上年|去年|上月|上周|对比期|同期',
    ],
  ],
  [
    'planned',
    [
      '(?:forecast|plan|budget|target|project|estimat|expect)(?:e?d|ned|s|ion)?(?: (?:spend|cost|budget))?',
      'goal|media plan|fcst|fc|bud',
      'tahmini?|öngörü|hedef(?:lenen)?|planlanan|bütçe',
      'proqnoz|hədəf|planlaşdırılmış|büdcə',
      'план(?:овый|овые)?|прогноз|бюджет|цель',
      'خطة|مخطط|توقع|متوقع|الهدف|ميزانية',
      'soll|prognose|planung|geplant|ziel',
      'prévu|prévision(?:nel)?|objectif|budgété',
      'previsto|previsión|previsão|presupuesto|presupuestado|planificado|objetivo|orçado|orçamento|planejado',
      'previsione|pianificato|obiettivo',
      'prognoza|planowan[ey]|cel',
      '計画|予算|予測|目標|计划|预算|预测|目标',
    ],
  ],
  [
    'actual',
    [
      'act|actuals?|current(?: (?:period|year|month|week|quarter))?|this (?:period|year|month|week|quarter)|real(?:i[sz]ed)?|fact|spent|ty|cy',
      'gerçekleşen|gerçek|fiili|(?:bu|şimdiki|güncel|mevcut) (?:dönem|yıl|ay|hafta)|güncel|mevcut',
      'faktiki|fakt|(?:bu|cari) (?:dövr|il|ay|həftə)|cari',
      'факт(?:ический|ические)?|(?:текущ|эт)\\p{L}+(?: (?:период|год|месяц|неделя))?',
      'فعلي|(?:الفترة|السنة|الشهر) الحالية?|حالي',
      'ist|tatsächlich|aktuell(?:er|e|es)?(?: (?:zeitraum|periode|monat|woche|jahr))?',
      'réel|réalisé|actuel(?:le)?|(?:période|année) actuelle|mois actuel|n',
      '(?:per[íi]odo |a[ñn]o |mes |m[êe]s |ano )?(?:actual|atual|corriente|corrente)|realizado|ejecutado',
      'effettivo|consuntivo|realizzato|(?:periodo )?attuale',
      'rzeczywiste|wykonanie|bieżący(?: (?:okres|rok|miesiąc))?',
      '実績|今期|当期|当年|今月|实际|本期|今年|本月|本周',
    ],
  ],
];

const KINDS = WORDS.map(([kind, words]) => [kind, new RegExp(`^(?:${words.join('|')})$`, 'iu')] as const);

/** Which version or year of it: `Budget 2026`, `Forecast Q3`, `FC v2`. */
const VERSION = /[\s_-]*\b(?:20\d{2}|fy ?\d{2,4}|[qh][1-4]|v?\d{1,2})\b/giu;
/** `A/F`, `Actual / Forecast`: a column whose cells may be first letters. */
const LETTERS = /^\W*A\p{L}*\s*\/\s*[FBP]\p{L}*\W*$/iu;

/** What a cell says of its row, under a column's name; `null`: something else. */
export function kindSaid(cell: string, header: string): RowKind | null {
  const text = cell.normalize('NFC').trim();
  if (text.length === 1 && LETTERS.test(header))
    return /a/i.test(text) ? 'actual' : /[fbp]/i.test(text) ? 'planned' : null;
  const bare = text.replace(VERSION, '').trim();
  return KINDS.find(([, words]) => words.test(text) || words.test(bare))?.[0] ?? null;
}
