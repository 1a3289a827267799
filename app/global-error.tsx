'use client';

import classes from './global-error.module.css';

/** For when not even the frame of the page can be shown: nothing here needs more than the browser. */
export default function EverythingFailed() {
  return (
    <html lang="en">
      <head>
        <title>Not available · Parallax</title>
      </head>
      <body className={classes.body}>
        <main className={classes.main}>
          <h1 className={classes.title}>Parallax cannot be shown just now</h1>
          <p>
            Something broke on our side. What you saved is safe, and highlights that wait to be sent
            are kept in this browser.
          </p>
          <button type="button" className={classes.again} onClick={() => window.location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
