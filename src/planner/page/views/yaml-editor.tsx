import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../api.js';
import { keyMeaning } from '../editor/key-meanings.js';
import type { MountedEditor } from '../editor/mount.js';
import type { SchemaNode } from '../editor/schema-search.js';
import { PLATFORM_IDS } from '../names.js';
import { Failure } from '../parts/failure.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** The file itself: what is written here shows in the page, and the other way round. */
export function YamlEditor({ store }: { readonly store: PlanStore }) {
  const text = words();
  const { language } = preferences.value;
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor | null>(null);
  const failure = useSignal<unknown>(null);
  const { value } = store.text;
  const problems = store.problems.value;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let gone = false;
    // Without the schema the editor is still one.
    const asked = ask<SchemaNode>('/api/schema').catch(() => null);
    const opened = Promise.all([import('../editor/mount.js'), asked]).then(([{ mountEditor }, schema]) => {
      if (gone) return;
      mounted.current = mountEditor(
        element,
        store.text.peek(),
        text.yaml.heading,
        (wanted) => void store.write(wanted),
        schema === null
          ? null
          : {
              schema,
              platforms: PLATFORM_IDS,
              lines: () => store.plan.peek().lines.map(({ id }) => id),
              meaning: (path, described) => keyMeaning(path, described, language),
              oneOf: text.yaml.oneOf,
              example: text.yaml.example,
            },
      );
      mounted.current.mark(store.problems.peek());
    });
    opened.catch((error: unknown) => {
      if (!gone) failure.value = error;
    });
    return () => {
      gone = true;
      mounted.current?.close();
      mounted.current = null;
    };
  }, [store, language]);
  useEffect(() => {
    mounted.current?.show(value);
    mounted.current?.mark(problems);
  }, [value, problems]);
  return (
    <section aria-labelledby="yaml-heading">
      <h2 id="yaml-heading">{text.yaml.heading}</h2>
      <p class="note">{text.yaml.note}</p>
      {failure.value === null ? (
        <div ref={place} class="yaml" dir="ltr" />
      ) : (
        <>
          <Failure error={failure.value} />
          <pre class="yaml" dir="ltr">
            {value}
          </pre>
        </>
      )}
    </section>
  );
}
