import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/600.css';
import './style.css';
import { askAhead } from './ahead.js';

askAhead(location.hash);
void import('./app.js').then(({ showPage }) => showPage());
