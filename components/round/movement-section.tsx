import { Text } from '@mantine/core';
import type { RoundReport } from '@/lib/round/round';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { figureText, differenceText } from '@/components/charts/figure-text';
import type { MatrixCell } from '@/components/charts/matrix-drawing';
import { MatrixDrawing } from '@/components/charts/matrix-drawing';
import { PanelSection } from '@/components/charts/panel-section';

const title = 'Who moved towards whom';
const neither = 'neither annotated anything, so there is nothing to measure';

type Moved = RoundReport['movement'][number];

const figureViewOf = (value: number | null) => ({ value, reason: value === null ? neither : null });

/**
 * The matrix cell of `one`, who moved with regard to `other`; its shade is the share of the largest
 * movement, `maxMovement`.
 */
export function movedCell(
  { towards }: Moved,
  [one, other]: readonly [string, string],
  maxMovement: number,
): MatrixCell {
  const text = differenceText(towards);
  if (towards === null) return { text, share: 0, description: `${one} and ${other}: ${neither}` };
  const way = !/[1-9]/.test(text)
    ? 'stayed as far from'
    : towards > 0
      ? 'moved towards'
      : 'moved away from';
  return {
    text,
    share: maxMovement === 0 ? 0 : Math.abs(towards) / maxMovement,
    isAway: towards < 0,
    description: `${one} ${way} ${other}: ${text}`,
  };
}

/** Who moved towards whom in a round, as a matrix and as a table, the largest movement first. */
export function MovementSection({
  movement,
  analysts,
}: Pick<RoundReport, 'movement' | 'analysts'>) {
  const names = new Map(analysts.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const moved = new Map(movement.map((one) => [`${one.analyst} ${one.colleague}`, one]));
  const rows = movement.toSorted(
    (one, other) => Math.abs(other.towards ?? 0) - Math.abs(one.towards ?? 0),
  );
  const maxMovement = Math.abs(rows[0]?.towards ?? 0);
  const drawn = analysts.slice(0, 30);
  return (
    <PanelSection
      id="movement"
      title={title}
      description="How much closer the analyst in the row has come to what the colleague in the column had annotated before the round: F1 by characters, label by label, of the analyst’s annotations after it, minus that of their annotations before. Above 0 is towards, below 0 is away. The colleague is taken as they were, so two who meet in the middle have both moved."
    >
      <Drawing name={title}>
        {() => (
          <MatrixDrawing
            name={title}
            rows={drawn.map(({ name }) => name)}
            columns={drawn.map(({ name }) => name)}
            cellAt={(row, column) => {
              const [one, other] = [drawn[row], drawn[column]];
              const of = one && other && moved.get(`${one.id} ${other.id}`);
              return of ? movedCell(of, [one.name, other.name], maxMovement) : null;
            }}
          />
        )}
      </Drawing>
      {analysts.length > drawn.length && (
        <Text size="sm">Drawn are the first {drawn.length}; the table has all.</Text>
      )}
      <FigureTable
        name={title}
        rows={rows}
        keyOf={({ analyst, colleague }) => `${analyst} ${colleague}`}
        columns={[
          { head: 'Analyst', cell: ({ analyst }) => <bdi>{nameOf(analyst)}</bdi> },
          { head: 'Colleague', cell: ({ colleague }) => <bdi>{nameOf(colleague)}</bdi> },
          {
            head: 'F1 before',
            isNumber: true,
            cell: ({ before }) => figureText(figureViewOf(before)),
          },
          {
            head: 'F1 after',
            isNumber: true,
            cell: ({ after }) => figureText(figureViewOf(after)),
          },
          { head: 'Towards', isNumber: true, cell: ({ towards }) => differenceText(towards) },
          {
            head: 'Articles',
            isNumber: true,
            cell: ({ articles }) => articles.toLocaleString('en-US'),
          },
        ]}
        record={({ analyst, colleague, ...figures }) => ({
          analyst: nameOf(analyst),
          colleague: nameOf(colleague),
          ...figures,
        })}
      />
    </PanelSection>
  );
}
