import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { FigureTable } from '@/components/charts/figure-table';
import { percent } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';

const comparison = (articleId: string) => `/articles/${articleId}/comparison`;

/** The articles and the passages at which readings part most, each with the way to it. */
export function DividingSection({ panel }: { panel: PanelView }) {
  const { dividingArticles, dividingPassages } = panel;
  return (
    <PanelSection
      id="dividing"
      title="What divides most"
      description="Where should one talk, or sharpen the codebook? The share is of pairs of analysts that part there; of an article, over all its places. Each leads to the comparison of its readings."
    >
      <FigureTable
        name="Articles that divide most"
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
          { head: 'Part', isNumber: true, cell: ({ division }) => percent(division) },
          {
            head: 'Places parted',
            isNumber: true,
            cell: ({ differing }) => differing.toLocaleString('en-US'),
          },
          {
            head: 'Places alike',
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
        name="Passages that divide most"
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
          { head: 'Pairs that part', isNumber: true, cell: ({ division }) => percent(division) },
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
