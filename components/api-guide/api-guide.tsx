import type { ReactNode } from 'react';
import Link from 'next/link';
import classes from './api-guide.module.css';
import { ApiIntroduction } from './api-introduction';
import type { Chapter } from './chapters';
import { OperationEntry } from './operation-entry';

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
