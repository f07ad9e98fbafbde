import { render } from 'preact';
import { choose, words } from '../page/state/preferences.js';
import { followPricing, type Pricer } from '../page/state/pricing-store.js';
import { Decision } from '../page/views/decision.js';
import { Lines } from '../page/views/lines.js';
import { SaveBar } from '../page/views/save-bar.js';
import { liveStore } from './live-store.js';
import { type LivePayload, PAYLOAD_ID } from './payload.js';
import { createLivePricer } from './pricer.js';
import '../page/style.css';

const payload = JSON.parse(document.getElementById(PAYLOAD_ID)?.textContent ?? 'null') as LivePayload;
choose({ language: payload.plan.language });

/** The changed scenario, as a file that the browser keeps. */
function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = payload.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const store = liveStore(payload, download);
const price: Pricer = createLivePricer(payload);
const pricing = followPricing(store, price);
const NO_MARKS = new Map<string, number>();

function Live() {
  return (
    <main class="plan">
      <SaveBar store={store} saveLabel={words().live.save} />
      <p class="note">{words().live.note}</p>
      <div class="columns">
        <div class="main-column">
          <Lines store={store} priced={pricing.priced} marks={NO_MARKS} editable={false} />
        </div>
        <aside class="side-column leading">
          <Decision store={store} pricing={pricing} />
        </aside>
      </div>
    </main>
  );
}

const root = document.getElementById('page');
if (root !== null) render(<Live />, root);
