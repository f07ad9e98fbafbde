import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../../units/locale.js';
import { preferences } from '../state/preferences.js';
import type { MountedChart } from './mount.js';
import type { SpecName } from './specs.js';

/** A chart whose figures change while it is looked at. Vega is loaded when the first one is shown. */
export function LiveChart({
  title,
  spec,
  rows,
  locale,
}: {
  readonly title: string;
  readonly spec: SpecName;
  readonly rows: readonly object[];
  readonly locale: Language;
}) {
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedChart | null>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const { theme } = preferences.value;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    void import('./mount.js').then(async ({ mountChart }) => {
      const chart = await mountChart(element, spec, locale, latest.current);
      if (gone) chart.close();
      else {
        mounted.current = chart;
        chart.show(latest.current);
      }
    });
    return () => {
      gone = true;
      mounted.current?.close();
      mounted.current = null;
    };
  }, [spec, theme, locale]);
  useEffect(() => {
    mounted.current?.show(rows);
  }, [rows]);
  return (
    <figure class="live">
      <figcaption>{title}</figcaption>
      <div ref={place} class="picture" role="img" aria-label={title} />
    </figure>
  );
}
