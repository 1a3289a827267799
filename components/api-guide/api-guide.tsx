import { Anchor } from '@mantine/core';
import Link from 'next/link';
import classes from './api-guide.module.css';
import type { Chapter } from './chapters';
import { OperationEntry } from './operation-entry';

const begin = `export PARALLAX=http://127.0.0.1:3000   # the address of this server
export TOKEN=plx_…                        # from your account page
curl "$PARALLAX/api/v1/me" -H "Authorization: Bearer $TOKEN"`;

/** The API for people to read: how to begin, then every operation by chapter. */
export function ApiGuide({ chapters }: { chapters: Chapter[] }) {
  return (
    <div className={classes.guide}>
      <nav className={classes.contents} aria-label="Chapters">
        <ul>
          {chapters.map(({ anchor, title }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.text}>
        <h1>The API</h1>
        <p>
          Whatever the pages do, scripts can do. Make an access token on your{' '}
          <Link href="/account">account page</Link> and send it with each request. The same
          description for programs is at{' '}
          <Anchor href="/api/v1/openapi.json" inherit underline="always">
            openapi.json
          </Anchor>
          .
        </p>
        <pre className={classes.code} tabIndex={0}>
          <code>{begin}</code>
        </pre>
        <ul>
          <li>JSON in and out, in UTF-8. Times are RFC 3339 in UTC. Ids are UUIDs.</li>
          <li>
            Positions are half-open and count Unicode code points; <code>offsetUnit</code> names the
            unit and takes <code>utf-16</code> too.
          </li>
          <li>
            Lists answer <code>items</code> and <code>nextCursor</code>; ask on with{' '}
            <code>?cursor=</code>. They hold 100 entries, or up to 1,000 with <code>?limit=</code>.
          </li>
          <li>
            What you make may bring its own id: sent again, it is the same thing, so a repeated
            request does no harm.
          </li>
          <li>
            A refusal is <code>application/problem+json</code> with <code>status</code>,{' '}
            <code>title</code>, <code>detail</code> and, where single values do not hold,{' '}
            <code>errors</code>. What you may not know of answers 404.
          </li>
        </ul>
        {chapters.map(({ anchor, title, entries }) => (
          <section key={anchor} aria-labelledby={anchor}>
            <h2 id={anchor} className={classes.chapter}>
              {title}
            </h2>
            {entries.map((entry) => (
              <OperationEntry key={entry.anchor} entry={entry} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
