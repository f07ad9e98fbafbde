import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { deviceIsDark, isRightToLeft, preferences, words } from '../state/preferences.js';
import { type ChartContent, compiledOf } from './content.js';
import { createTurns } from './draw-in-turn.js';
import type { MountedChart, Place } from './mount.js';
import { type Part, partFrom, stepped } from './pointing.js';

/** Pixels that a tooltip is wide, at most. */
const TIP_WIDTH = 240;

/** As many charts a frame as there is room for. */
const turns = createTurns<MountedChart>((work) => {
  requestAnimationFrame(work);
});

/**
 * A chart whose figures change while it is looked at. What is pointed at, by pointer or by arrow keys, says its figures; a part of
 * the picture is chosen by dragging or with Shift held, and is described below. Vega is loaded when the first chart is shown.
 */
export function LiveChart({
  title,
  name = title,
  content,
  tells = null,
  note = null,
}: {
  /** What it says: may follow its figures. */
  readonly title: string;
  /** What it is called, whatever it says; left out, by its title. */
  readonly name?: string;
  readonly content: ChartContent;
  /** How to read the picture. */
  readonly note?: string | null;
  /** What is said of a part, by its first and last row; `null`: no part can be chosen. */
  readonly tells?: ((first: number, last: number) => string) | null;
}) {
  const text = words().charts;
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedChart | null>(null);
  const latest = useRef(content);
  latest.current = content;
  const cursor = useSignal<number | null>(null);
  const part = useSignal<Part | null>(null);
  /** Where the part that is being chosen began. */
  const anchor = useRef<number | null>(null);
  const tip = useSignal<Place | null>(null);
  const failed = useSignal(false);
  const { theme, language } = preferences.value;
  const fromTheRight = isRightToLeft(language);
  const compiled = compiledOf(content);
  const upright = content.kind === 'swings';
  const last = content.rows.length - 1;
  const at = cursor.value === null ? null : Math.min(cursor.value, last);
  const chosen = part.value === null || part.value[1] > last ? null : part.value;

  const mark = (): void => {
    mounted.current?.mark(at, chosen);
    tip.value = at === null ? null : (mounted.current?.placeOf(at) ?? null);
  };
  /** As it is when a chart's turn comes. */
  const marking = useRef(mark);
  marking.current = mark;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    import('./mount.js')
      .then(async ({ mountChart }) => {
        const chart = await mountChart(element, latest.current, fromTheRight);
        if (gone) chart.close();
        else {
          mounted.current = chart;
          chart.show(latest.current);
          mark();
        }
      })
      .catch(() => {
        failed.value = !gone;
      });
    return () => {
      gone = true;
      if (mounted.current !== null) turns.forget(mounted.current);
      mounted.current?.close();
      mounted.current = null;
    };
  }, [compiled, theme, deviceIsDark.value, language]);
  // In the same frame as the figures beside it: each frame more is laid out and painted again.
  useLayoutEffect(() => {
    const chart = mounted.current;
    if (chart === null) return;
    turns.next(chart, () => {
      chart.show(content);
      marking.current();
    });
  }, [content]);
  useEffect(mark, [at, chosen?.[0], chosen?.[1]]);

  const clear = (): void => {
    part.value = null;
    anchor.current = null;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      if (part.value === null && cursor.value === null) return;
      clear();
      cursor.value = null;
      return;
    }
    const next = stepped(event.key, at ?? last, last, fromTheRight);
    if (next === null) return;
    event.preventDefault();
    cursor.value = next;
    if (tells === null) return;
    if (event.shiftKey) {
      anchor.current ??= at ?? last;
      part.value = partFrom(anchor.current, next);
    } else clear();
  };
  if (failed.value) {
    return (
      <figure class="live">
        <figcaption>{unbroken(title)}</figcaption>
        <p class="warning" role="status">
          {text.failed}
        </p>
      </figure>
    );
  }
  return (
    <figure class="live">
      <figcaption>{unbroken(title)}</figcaption>
      {note !== null && <p class="note">{note}</p>}
      <div
        class="picture-frame"
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={1}
        aria-valuemax={last + 1}
        aria-valuenow={(at ?? last) + 1}
        aria-valuetext={content.rows[at ?? last]?.says}
        aria-orientation={upright ? 'vertical' : 'horizontal'}
        onKeyDown={onKey}
        onFocus={(event) => {
          // A click has put it where it points.
          if (event.currentTarget.matches(':focus-visible')) cursor.value ??= last;
        }}
        onBlur={() => {
          cursor.value = null;
        }}
        onPointerDown={(event) => {
          if (tells === null || event.button !== 0) return;
          anchor.current = mounted.current?.rowAt(event.clientX, event.clientY) ?? null;
          part.value = null;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const row = mounted.current?.rowAt(event.clientX, event.clientY) ?? null;
          cursor.value = row;
          if (event.buttons === 1 && anchor.current !== null && row !== null && tells !== null) {
            part.value = row === anchor.current && part.value === null ? null : partFrom(anchor.current, row);
          }
        }}
        onPointerUp={() => {
          anchor.current = null;
        }}
        onPointerLeave={() => {
          cursor.value = null;
        }}
      >
        <div ref={place} class={upright ? 'picture bars' : 'picture'} aria-hidden="true" />
        {at !== null && tip.value !== null && (
          <div class="tip" aria-hidden="true" style={tipStyle(tip.value, place.current?.clientWidth ?? 0)}>
            {content.rows[at]?.says}
          </div>
        )}
      </div>
      {tells !== null && (
        <p class="note part">
          <span role="status">{chosen === null ? '' : tells(...chosen)}</span>
          {chosen === null ? (
            <span class="how">{text.how}</span>
          ) : (
            <button type="button" class="link" onClick={clear}>
              {text.clear}
            </button>
          )}
        </p>
      )}
    </figure>
  );
}

/** No line is broken between a minus and its amount. */
function unbroken(title: string): string {
  return title.replaceAll('−', '−\u2060');
}

function tipStyle({ left, top }: Place, width: number): { left: string; top: string; maxInlineSize: string } {
  const at = Math.min(Math.max(0, left - TIP_WIDTH / 2), Math.max(0, width - TIP_WIDTH));
  return { left: `${at}px`, top: `${top + 4}px`, maxInlineSize: `${TIP_WIDTH}px` };
}
