import { LiveLine } from './live-line';

let line: LiveLine | null = null;

function opened(): LiveLine {
  const { protocol, host } = window.location;
  const made = new LiveLine({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`,
    firstDelay: 1000,
    answerTimeout: 6000,
    beat: 20_000,
  });
  const wake = () => {
    if (document.visibilityState === 'visible') made.wake();
  };
  document.addEventListener('visibilitychange', wake);
  for (const kind of ['online', 'focus', 'pageshow'] as const) window.addEventListener(kind, wake);
  return made;
}

/** The line of this tab, one for as long as the tab lives. */
export function tabLine(): LiveLine {
  line ??= opened();
  return line;
}
