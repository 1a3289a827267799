import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Chapter } from './api-document';
import classes from './api-guide.module.css';
import { OperationEntry } from './operation-entry';

/**
 * The introduction: what applies to all operations, a first call to copy, and links to all
 * operations.
 */
function ApiIntroduction({ chapters, address }: { chapters: Chapter[]; address: string }) {
  const firstCall = `export PARALLAX=${address}   # the address of this server
export TOKEN=plx_…   # from your account page
curl "$PARALLAX/api/v1/me" -H "Authorization: Bearer $TOKEN"`;
  return (
    <>
      <h1>The API</h1>
      <p>
        Scripts can do whatever the pages do. Create an access token on your{' '}
        <Link href="/account">account page</Link> and send it with each request. The
        machine-readable description is at{' '}
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
          Lists answer <code>items</code> and <code>nextCursor</code>; continue with{' '}
          <code>?cursor=</code>. They have 100 entries, or up to 1,000 with <code>?limit=</code>.
        </li>
        <li>
          You can choose the id of what you create: the same request sent again creates nothing new,
          so retries are safe.
        </li>
        <li>
          A refusal is <code>application/problem+json</code> with <code>status</code>,{' '}
          <code>title</code>, <code>detail</code> and, for invalid values, <code>errors</code>. What
          you may not know about answers 404.
        </li>
        <li>
          Tokens, sessions, passwords and second factors are managed with a session only, never with
          a token, and in part only within 15 minutes of a proof of identity: a refusal of the{' '}
          <code>type</code> <code>urn:parallax:proof-needed</code> requires{' '}
          <code>POST /api/v1/me/proof</code> first; one of the type{' '}
          <code>urn:parallax:second-factor-needed</code> requires a second factor, since the project
          requires it of its members.
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

/** A page of the API guide with the list of chapters beside it. */
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

/** The first page of the API guide: the introduction and all operations by chapter. */
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
