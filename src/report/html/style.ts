import { COLORS } from '../charts/colors.js';
import { ARABIC_FONT_STACK, FONT_STACK } from '../fonts.js';
import { CURRENCY_FAMILY, CURRENCY_FONT } from './currency-font.js';

const PAGE = {
  light: {
    canvas: '#f5f7f9',
    card: '#ffffff',
    line: '#dfe4ea',
    ink: '#1a2330',
    muted: '#566170',
    link: '#005a8f',
    soft: '#eef4f8',
  },
  dark: {
    canvas: '#0f141a',
    card: '#161c24',
    line: '#2b3541',
    ink: '#edf1f5',
    muted: '#a7b2c0',
    link: '#7cc6f2',
    soft: '#1b2733',
  },
};

function tokens(theme: 'light' | 'dark'): string {
  const page = Object.entries(PAGE[theme]).map(([name, value]) => `--${name}:${value}`);
  const charts = Object.entries(COLORS).map(([name, value]) => `--chart-${name}:${value[theme]}`);
  return [...page, ...charts, `color-scheme:${theme}`].join(';');
}

/** A chart's colours are attributes of its SVG, which any rule overrides: the same picture follows the page's theme. */
const CHART_COLORS = Object.entries(COLORS)
  .map(
    ([name, { light }]) =>
      `.chart [fill="${light}"]{fill:var(--chart-${name})}.chart [stroke="${light}"]{stroke:var(--chart-${name})}`,
  )
  .join('\n');

const CURRENCY_FACES = ([400, 600] as const)
  .map(
    (weight) =>
      `@font-face{font-family:"${CURRENCY_FAMILY}";font-weight:${weight};unicode-range:U+20A0-20C0;src:url(data:font/woff2;base64,${CURRENCY_FONT[weight]}) format("woff2")}`,
  )
  .join('\n');

/** Families of a stack as a style sheet has them. */
const quoted = (stack: string): string =>
  stack.replace(/[^,]+/g, (name) => (/ \w/.test(name.trim()) ? `"${name.trim()}"` : name.trim()));

/** A table's rows as names with their cells below them, each under its column's heading. */
const belowEachOther = (table: string, least = '6.2rem'): string => `${table},${table} :is(tbody,tfoot){display:block}
${table} thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
${table} tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(${least},1fr));gap:.15rem .75rem;padding-block:.5rem;border-block-end:1px solid var(--line)}
${table} tfoot tr{border-block-end:0;border-block-start:2px solid var(--muted)}
${table} :is(th[scope=row],td){padding:0;border:0;min-width:0;text-align:start}
${table} :is(th[scope=row],.long){grid-column:1/-1}
${table} th[scope=row]{font-weight:600}
${table} td{white-space:normal;overflow-wrap:anywhere}
${table} td.n:not(.long){white-space:nowrap}
${table}.broad tr{grid-template-columns:repeat(auto-fill,minmax(8.3rem,1fr))}
${table}.broadest tr{grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}
${table} td::before{content:attr(data-label);display:block;white-space:normal;color:var(--muted);font-size:.8rem;line-height:1.3;font-weight:400}
${table} td:empty{display:none}`;

/** The page's style sheet: light and dark, phone to desk, A4. Directions are logical, so right-to-left needs nothing more. */
export const STYLE = `
${CURRENCY_FACES}
:root{${tokens('light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${tokens('dark')}}}
:root[data-theme=dark]{${tokens('dark')}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--canvas);color:var(--ink);font:16px/1.55 "${CURRENCY_FAMILY}","Noto Sans","Noto Sans Arabic","Segoe UI",system-ui,-apple-system,sans-serif}
.chart text{font-family:"${CURRENCY_FAMILY}",${quoted(FONT_STACK)}}
[dir=rtl] .chart text{font-family:"${CURRENCY_FAMILY}",${quoted(ARABIC_FONT_STACK)}}
header,main,footer{max-width:78rem;margin-inline:auto;padding-inline:1.25rem}
header{padding-block:1.1rem .8rem;position:relative}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .2rem;overflow-wrap:anywhere;padding-inline-end:3rem}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1.08rem;line-height:1.4;margin:0 0 .25rem}
p{margin:0 0 .75rem}
a{color:var(--link)}
.meta,.note{color:var(--muted)}
.meta p{margin:0}
.note{font-size:.92rem}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.35rem 1.5rem;margin-block:0 1.1rem}
section>:last-child,figure>:last-child{margin-bottom:0}
.decision{border-inline-start:5px solid var(--chart-optimized);padding-inline-start:calc(1.5rem - 4px)}
.decision.loss{border-inline-start-color:var(--chart-loss)}
#decision h2{font-size:.88rem;font-weight:600;color:var(--muted);margin:0 0 .3rem}
.lead{font-size:1.3rem;line-height:1.4;font-weight:600;max-width:62rem}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem;align-items:start}
.columns figure{padding:0;border:0}
.columns figcaption .note{display:none}
.columns h3{font-size:1rem}
.columns+h3{margin-block-start:1.4rem}
.columns .chart .wide{max-width:44rem}
.folded{padding-block:.7rem}
.folded>details{margin:0}
.folded h2{display:inline;font-size:1.08rem;margin:0;color:var(--ink)}
.folded>details[open]>summary{margin-block-end:.8rem}
.folded table,.folded p,.folded .items{max-width:60rem}
.folded figure .chart{max-width:54rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:0 0 .9rem}
.tiles div{background:var(--soft);border-radius:10px;padding:.55rem .8rem}
.tiles dt{color:var(--muted);font-size:.88rem}
.tiles dd{margin:0;font-size:1.35rem;font-weight:600;line-height:1.3}
.tiles dd.note{font-size:.88rem;font-weight:400}
figure{margin:0;padding-block:1.5rem;border-block-start:1px solid var(--line)}
figure:first-of-type{border:0;padding-block-start:.25rem}
.chart{margin-block:.5rem .75rem;position:relative}
.says{cursor:crosshair}
.says.on{opacity:.14;stroke:var(--ink)}
path.says.on{fill:var(--ink);stroke:none}
.tip{position:absolute;z-index:1;max-width:min(24rem,92%);background:var(--ink);color:var(--card);border-radius:6px;padding:.3rem .6rem;font-size:.86rem;line-height:1.35;white-space:pre-line;pointer-events:none}
.chart svg{display:block;width:100%;height:auto;overflow:visible}
.chart .phone{display:none}
.scroll{overflow-x:auto;margin-block-end:.75rem}
.scroll:focus-visible,.chart:focus-visible,summary:focus-visible,a:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{padding-block:.4rem;padding-inline:0 .75rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
th:last-child,td:last-child{padding-inline-end:0}
thead th{color:var(--muted);font-weight:600;font-size:.86rem}
tbody th{font-weight:400}
tfoot th,tfoot td{font-weight:600;border-block-end:0;border-block-start:2px solid var(--muted)}
.n+:not(.n){padding-inline-start:.9rem}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
details{margin-block:.25rem .5rem}
summary{cursor:pointer;color:var(--link);padding-block:.25rem}
.lines{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem .9rem;margin:0 0 .75rem}
.lines dt{color:var(--muted)}
.lines dd{margin:0;grid-column:2}
.items{margin:0 0 .75rem;padding-inline-start:1.2rem}
.items li{margin-block-end:.3rem}
.columns .items{padding-inline-start:1.05rem}
.columns .items li{line-height:1.45}
code{font:0.92em/1.4 ui-monospace,"Cascadia Mono",Menlo,monospace;overflow-wrap:anywhere}
.theme{position:absolute;inset-block-start:1.1rem;inset-inline-end:1.25rem;font:inherit;font-size:.86rem;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:999px;padding:.3rem .9rem;cursor:pointer}
footer{color:var(--muted);font-size:.88rem;padding-block:.5rem 2.5rem}
${CHART_COLORS}
@media (max-width:1000px){
.columns{grid-template-columns:minmax(0,1fr);gap:.75rem}
}
@media (max-width:640px){
body{font-size:15.5px}
header,main,footer{padding-inline:.8rem}
header{padding-block-start:1.4rem}
h1{font-size:1.5rem}
.theme{position:static;margin-block-start:.6rem}
section{padding:1rem .9rem;border-radius:10px}
.decision{padding-inline-start:calc(.9rem - 4px)}
.lead{font-size:1.12rem}
.tiles{grid-template-columns:repeat(3,minmax(0,1fr));gap:.4rem}
.tiles div{padding:.4rem .35rem}
.tiles dt,.tiles dd.note{font-size:.78rem}
.tiles dd{font-size:1rem;overflow-wrap:anywhere}
.chart .wide{display:none}
.chart .phone{display:block;max-width:26rem}
th,td{padding-inline-end:.6rem}
tbody th,tfoot th{min-width:8rem}
${belowEachOther('.stack')}
}
@media screen and (max-width:1000px){
${belowEachOther('.stack.wide')}
}
@media screen and (min-width:641px){
${belowEachOther('.stack.widest', '15rem')}
.stack.widest td.long{grid-column:auto}
}
@media screen and (min-width:1001px){
${belowEachOther('.columns .stack.wide')}
}
@page{size:A4;margin:14mm}
@media print{
:root,:root:not([data-theme=light]),:root[data-theme=dark]{${tokens('light')};--canvas:#fff}
html{font-size:12.5px}
body{font-size:1rem;background:#fff}
header,main,footer{max-width:none;padding-inline:0}
header{padding-block:0 .5rem}
section{border:0;border-radius:0;padding:0 0 .6rem;margin-block-end:.9rem}
.decision{padding-inline:.8rem .2rem}
figure,.chart,tr,h2,h3,thead,summary{break-inside:avoid}
h2,h3{break-after:avoid}
thead{display:table-header-group}
.theme,.tip{display:none}
.columns{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem}
.tiles{grid-template-columns:repeat(auto-fit,minmax(7.2rem,1fr))}
.tiles div{padding-inline:.5rem}
#decision{break-after:page}
.folded summary{list-style:none;color:var(--ink);break-after:avoid}
details:not([open]){display:none}
section:has(>details:not([open])){display:none}
.scroll{overflow:visible}
.chart .wide{display:block}
.chart .phone{display:none}
.columns .chart .wide{display:none}
.columns .chart .phone{display:block}
.chart svg{max-width:15cm;max-height:23cm;margin-inline:auto}
a{color:inherit;text-decoration:none}
}
`;
