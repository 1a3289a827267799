'use client';

import classes from './global-error.module.css';

/** Shown where even the frame of the page fails; needs nothing but the browser. */
export default function EverythingFailed() {
  return (
    <html lang="en">
      <head>
        <title>Not available · Parallax</title>
      </head>
      <body className={classes.body}>
        <main className={classes.main}>
          <h1 className={classes.title}>Parallax is not available at the moment</h1>
          <p>
            Something failed on the server. Saved work is safe, and changes that are waiting to be
            sent are stored in this browser.
          </p>
          <button type="button" className={classes.again} onClick={() => window.location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
