'use client';

const look = `
body { color-scheme: light dark; margin: 0; font: 17px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText }
main { max-width: 440px; margin: 0 auto; padding: 64px 24px }
h1 { font: 600 26px/1.25 Georgia, serif }
button { padding: 8px 16px; font: inherit }
`;

/** For when not even the frame of the page can be shown: nothing here needs more than the browser. */
export default function EverythingFailed() {
  return (
    <html lang="en">
      <head>
        <title>Not available · Parallax</title>
        <style>{look}</style>
      </head>
      <body>
        <main>
          <h1>Parallax cannot be shown just now</h1>
          <p>
            Something broke on our side. What you saved is safe, and highlights that wait to be sent
            are kept in this browser.
          </p>
          <button type="button" onClick={() => window.location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
