import { Text } from '@mantine/core';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import { AuthorTag } from '@/components/workbench/author-tag';
import { versionLetter } from './adjudication-messages';
import classes from './row-names.module.css';

/** Which row of lines under the words is whose, from the words down. */
export function RowNames({
  authors,
  versions,
}: {
  authors: readonly LayerAuthor[];
  /** How many rows the chosen place's versions have, where readers are not named. */
  versions: number;
}) {
  const names =
    authors.length > 0
      ? authors.map(({ layerId, tag, author }) => ({ id: layerId, tag, name: author }))
      : Array.from({ length: versions }, (_, at) => ({
          id: String(at),
          tag: versionLetter(at),
          name: at === 0 ? 'Versions of the chosen place' : '',
        }));
  return (
    <section aria-label="Lines under the words">
      <Text size="sm" fw={500}>
        Lines, from the words down
      </Text>
      <ol className={classes.names}>
        <li>
          <AuthorTag tag="✓" /> <b>Consensus</b>
        </li>
        {names.map(({ id, tag, name }) => (
          <li key={id}>
            <AuthorTag tag={tag} /> <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
