import type { LabelLookup } from '@/components/article-text/labels';
import { Kbd, UnstyledButton } from '@mantine/core';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import { VersionAnnotations } from '@/components/workbench/version-annotations';
import type { Passage } from './passage';
import { versionLetter } from './adjudication-messages';
import classes from './passage-detail.module.css';

/** One version of a passage, with its holders; pressing it takes it, or no longer. */
export function VersionView({
  passage,
  at,
  text,
  lookup,
  authors,
  isAnonymous,
  isTaken,
  isFixed,
  onToggle,
}: {
  passage: Passage;
  at: number;
  text: string;
  lookup: LabelLookup;
  authors: readonly LayerAuthor[];
  isAnonymous: boolean;
  isTaken: boolean;
  /** Whether nothing can be decided now. */
  isFixed: boolean;
  onToggle: (at: number) => void;
}) {
  const holders = passage.versions[at]?.holders ?? [];
  const name = isAnonymous ? `Version ${versionLetter(at)}` : `Version ${at + 1}`;
  return (
    <li className={classes.version} data-chosen={isTaken || undefined}>
      <UnstyledButton
        className={classes.toggle}
        aria-pressed={isTaken}
        aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
        disabled={isFixed}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onToggle(at)}
      >
        {at < 9 && <Kbd size="xs">{at + 1}</Kbd>}
        <span>{name}</span>
        <span className={classes.dimmed}>
          {holders.length === 1 ? '1 annotator' : `${holders.length} annotators`}
        </span>
        <span className={classes.chosen}>{isTaken ? '✓ chosen' : ''}</span>
      </UnstyledButton>
      <VersionAnnotations
        unit={passage}
        text={text}
        lookup={lookup}
        layers={authors}
        annotations={holders.map(({ annotations }) => annotations)}
      />
    </li>
  );
}
