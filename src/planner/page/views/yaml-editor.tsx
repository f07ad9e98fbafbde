import { useEffect, useRef } from 'preact/hooks';
import type { MountedEditor } from '../editor/mount.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';

/** The file itself: what is written here shows in the page, and the other way round. */
export function YamlEditor({ store }: { readonly store: PlanStore }) {
  const text = words();
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor | null>(null);
  const { value } = store.text;
  const problems = store.problems.value;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    void import('../editor/mount.js').then(({ mountEditor }) => {
      if (gone) return;
      mounted.current = mountEditor(
        element,
        store.text.peek(),
        text.yaml.heading,
        (wanted) => void store.write(wanted),
      );
      mounted.current.mark(store.problems.peek());
    });
    return () => {
      gone = true;
      mounted.current?.close();
      mounted.current = null;
    };
  }, [store]);
  useEffect(() => {
    mounted.current?.show(value);
    mounted.current?.mark(problems);
  }, [value, problems]);
  return (
    <section aria-labelledby="yaml-heading">
      <h2 id="yaml-heading">{text.yaml.heading}</h2>
      <p class="note">{text.yaml.note}</p>
      <div ref={place} class="yaml" dir="ltr" />
    </section>
  );
}
