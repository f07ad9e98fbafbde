import { render } from 'preact';
import { App } from './app.js';
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/600.css';
import './style.css';

const root = document.getElementById('page');
if (root !== null) render(<App />, root);
