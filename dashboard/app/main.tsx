import '../../widget/look/tokens.css';
import './base.css';
import '../ui/ui.css';
import '../ui/states.css';
import '../ui/facts.css';
import { render } from 'preact';
import { startClock } from '../lib/clock.ts';
import { App } from './app.tsx';
import { startLive } from './live.ts';
import { loadSession } from './session.ts';
import { applyTheme } from './theme.ts';

applyTheme();
startClock();
startLive();
void loadSession();
const root = document.getElementById('app');
if (root) render(<App />, root);
