import type { PanelView } from '@/lib/agreement/agreement-view';
import { BarPlot } from '@/components/charts/bar-plot';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { percent } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';
import { Anchor } from '@mantine/core';
import Link from 'next/link';

type Disagreements = PanelView['disagreements'];

const kinds: { key: keyof Disagreements; name: string; means: string }[] = [
  { key: 'missing', name: 'Missing', means: 'One of the two has no annotation there.' },
  { key: 'boundary', name: 'Boundary', means: 'They begin or end at different positions.' },
  { key: 'label', name: 'Label', means: 'They have different labels.' },
  { key: 'nesting', name: 'Nesting', means: 'One annotated a whole, the other a part of it.' },
  {
    key: 'fragmentation',
    name: 'Fragmentation',
    means: 'One annotated in one piece what the other annotated in several.',
  },
];

/** The kinds of disagreement and how often each occurs. */
export function KindSection({ disagreements }: { disagreements: Disagreements }) {
  const units = disagreements.same + disagreements.differing;
  const rows = kinds.map((kind) => ({ ...kind, count: disagreements[kind.key] }));
  const name = 'Kinds of disagreement';
  return (
    <PanelSection
      id="kinds"
      title={name}
      beside
      description={
        <>
          How do two analysts differ on a passage? Of {units.toLocaleString('en-US')} passages on
          which at least one of a pair has an annotation, they agree on{' '}
          {disagreements.same.toLocaleString('en-US')} and differ on{' '}
          {disagreements.differing.toLocaleString('en-US')}. A passage with two kinds counts for
          both. All labels are counted here, whichever label is chosen above.
        </>
      }
    >
      <FigureTable
        name={name}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { head: 'Kind', cell: (row) => row.name },
          { head: 'Meaning', cell: ({ means }) => means },
          { head: 'Passages', isNumber: true, cell: ({ count }) => count.toLocaleString('en-US') },
          {
            head: 'Of all passages',
            isNumber: true,
            cell: ({ count }) => (units === 0 ? '–' : percent(count / units)),
          },
        ]}
        record={({ key, count }) => ({ kind: key, units: count, of: units })}
      />
      <Drawing name={name}>
        {(width) => (
          <BarPlot
            name={name}
            width={width}
            rows={rows.map((row) => ({ id: row.key, name: row.name, count: row.count }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}

const comparison = (articleId: string) => `/articles/${articleId}/comparison`;

/** The articles and passages with the greatest disagreement, each with a link to its comparison. */
export function DividingSection({ panel }: { panel: PanelView }) {
  const { dividingArticles, dividingPassages } = panel;
  return (
    <PanelSection
      id="dividing"
      title="Greatest disagreements"
      description="What should be discussed, or clarified in the codebook? The share is that of pairs of analysts who differ there; for an article, over all its passages. Each link opens the comparison."
    >
      <FigureTable
        name="Articles with the greatest disagreement"
        rows={dividingArticles}
        keyOf={({ articleId }) => articleId}
        shown={8}
        columns={[
          {
            head: 'Article',
            cell: ({ articleId, title }) => (
              <Anchor component={Link} href={comparison(articleId)} inherit dir="auto">
                {title}
              </Anchor>
            ),
          },
          { head: 'Differ', isNumber: true, cell: ({ division }) => percent(division) },
          {
            head: 'Passages that differ',
            isNumber: true,
            cell: ({ differing }) => differing.toLocaleString('en-US'),
          },
          {
            head: 'Passages that agree',
            isNumber: true,
            cell: ({ same }) => same.toLocaleString('en-US'),
          },
        ]}
        record={({ articleId, title, division, same, differing }) => ({
          article_id: articleId,
          title,
          division,
          differing,
          same,
        })}
      />
      <FigureTable
        name="Passages with the greatest disagreement"
        rows={dividingPassages}
        keyOf={({ articleId, start, end }) => `${articleId} ${start} ${end}`}
        shown={8}
        columns={[
          {
            head: 'Passage',
            cell: ({ articleId, start, end, quote }) => (
              <Anchor
                component={Link}
                href={`${comparison(articleId)}?at=${start}-${end}`}
                inherit
                dir="auto"
                ff="headings"
              >
                “{quote}”
              </Anchor>
            ),
          },
          { head: 'Article', cell: ({ title }) => <bdi>{title}</bdi> },
          { head: 'Pairs that differ', isNumber: true, cell: ({ division }) => percent(division) },
        ]}
        record={({ articleId, title, start, end, quote, division }) => ({
          article_id: articleId,
          title,
          start,
          end,
          quote,
          division,
        })}
      />
    </PanelSection>
  );
}
