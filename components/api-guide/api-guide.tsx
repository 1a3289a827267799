import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Chapter } from './api-document';
import classes from './api-guide.module.css';
import { OperationEntry } from './operation-entry';

/** What holds for all operations, a first call to copy, and where each operation is described. */
export function ApiIntroduction({ chapters, address }: { chapters: Chapter[]; address: string }) {
  const firstCall = `export PARALLAX=${address}   # the address of this server
export TOKEN=plx_…   # from your account page
curl "$PARALLAX/api/v1/me" -H "Authorization: Bearer $TOKEN"`;
  return (
    <>
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
        <code>{firstCall}</code>
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
        <li>
          Tokens, sessions, passwords and second factors are managed by sessions alone, never by a
          token, and for some of it within 15 minutes of a proof: a refusal of the <code>type</code>{' '}
          <code>urn:parallax:proof-needed</code> wants <code>POST /api/v1/me/proof</code> first, one
          of the type <code>urn:parallax:second-factor-needed</code> a second factor, which the
          project asks of its members.
        </li>
      </ul>
      {chapters.map(({ anchor, title, entries }) => (
        <section key={anchor} aria-labelledby={anchor}>
          <h2 id={anchor} className={classes.chapter}>
            {title}
          </h2>
          <ul className={classes.operations}>
            {entries.map((entry) => (
              <li key={entry.anchor}>
                <Link href={`/docs/api/${anchor}#${entry.anchor}`}>{entry.operation.summary}</Link>{' '}
                <span className={classes.dimmed}>
                  {entry.method} <code>{entry.path}</code>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The contents of the API guide beside one page of it. */
function GuidePage({
  chapters,
  current,
  children,
}: {
  chapters: Chapter[];
  current: string | null;
  children: ReactNode;
}) {
  return (
    <div className={classes.guide}>
      <nav className={classes.contents} aria-label="Chapters">
        <ul>
          <li>
            <Link href="/docs/api" aria-current={current === null ? 'page' : undefined}>
              Introduction
            </Link>
          </li>
          {chapters.map(({ anchor, title }) => (
            <li key={anchor}>
              <Link
                href={`/docs/api/${anchor}`}
                aria-current={current === anchor ? 'page' : undefined}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.text}>{children}</div>
    </div>
  );
}

/** The first page of the API guide: how to begin, and all operations by chapter. */
export function ApiGuideStart({ chapters, address }: { chapters: Chapter[]; address: string }) {
  return (
    <GuidePage chapters={chapters} current={null}>
      <ApiIntroduction chapters={chapters} address={address} />
    </GuidePage>
  );
}

/** One chapter of the API guide: its operations in full. */
export function ApiGuideChapter({ chapters, chapter }: { chapters: Chapter[]; chapter: Chapter }) {
  return (
    <GuidePage chapters={chapters} current={chapter.anchor}>
      <h1>{chapter.title}</h1>
      {chapter.entries.map((entry) => (
        <OperationEntry key={entry.anchor} entry={entry} />
      ))}
    </GuidePage>
  );
}
