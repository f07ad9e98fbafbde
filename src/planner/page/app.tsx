import { signal } from '@preact/signals';
import { render } from 'preact';
import { LANGUAGES } from '../../units/locale.js';
import { choose, preferences, words } from './state/preferences.js';
import { Brief } from './views/brief.js';
import { Exports } from './views/exports/exports.js';
import { Home } from './views/home.js';
import { PlanPage } from './views/plan-page.js';

/** Where the page is: `#/`, `#/brief`, `#/exports`, `#/plan/FILE/TAB`. */
const place = signal(location.hash);
addEventListener('hashchange', () => {
  place.value = location.hash;
});

const LANGUAGE_NAMES = { en: 'English', az: 'Azərbaycanca', tr: 'Türkçe', ar: 'العربية' } as const;

/** Draws the page into its document. */
export function showPage(): void {
  const root = document.getElementById('page');
  if (root !== null) render(<App />, root);
}

function App() {
  const [, view = '', file = '', tab = 'lines'] = place.value.split('/');
  const text = words();
  const { language, theme } = preferences.value;
  return (
    <>
      <header class="bar">
        <a class="brand" href="#/">
          huni
        </a>
        <span class="grow" />
        <label class="quiet">
          <span class="unseen">{text.language}</span>
          <select
            value={language}
            onChange={({ currentTarget }) =>
              choose({ language: LANGUAGES.find((one) => one === currentTarget.value) ?? 'en' })
            }
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="quiet" onClick={() => choose({ theme: nextTheme(theme) })}>
          {text.theme}
        </button>
      </header>
      {view === 'plan' ? (
        <PlanPage key={file} file={decodeURIComponent(file)} tab={tab} />
      ) : view === 'brief' ? (
        <Brief />
      ) : view === 'exports' ? (
        <Exports />
      ) : (
        <Home />
      )}
    </>
  );
}

function nextTheme(theme: 'auto' | 'light' | 'dark'): 'light' | 'dark' {
  const dark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  return dark ? 'light' : 'dark';
}
