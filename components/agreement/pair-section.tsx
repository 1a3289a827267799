'use client';

import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { Drawing } from '@/components/charts/drawing';
import { subsetRecord } from '@/components/charts/figure-record';
import { FigureTable } from '@/components/charts/figure-table';
import { figureText, notDefined } from '@/components/charts/figure-text';
import { MatrixDrawing } from '@/components/charts/matrix-drawing';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { subsetColumns } from '@/components/charts/subset-columns';

const measures = {
  uAlphaPooled: 'uα',
  f1Partial: 'F1, partial credit',
  f1Exact: 'F1, exact',
} as const;

type Measure = keyof typeof measures;

const isMeasure = (name: string): name is Measure => name in measures;

/** Agreement of every two analysts, as a matrix and as a table. */
export function PairSection({ panel, names }: { panel: PanelView; names: Names }) {
  const [measure, choose] = useState<Measure>('uAlphaPooled');
  const people = panel.coders.map(({ id, name }) => ({ id, name: names.analyst(id) || name }));
  const pairs = new Map(
    panel.pairs.flatMap((pair) => [
      [`${pair.one} ${pair.other}`, pair] as const,
      [`${pair.other} ${pair.one}`, pair] as const,
    ]),
  );
  const drawn = `${measures[measure]} of every two analysts`;
  return (
    <PanelSection
      id="by-pair"
      title="By pair of analysts"
      description="Who reads alike, and who does not? The stronger the ground, the nearer to 1. An empty cell: the two have no article in common."
      tools={
        <SegmentedControl
          aria-label="Figure in the matrix"
          value={measure}
          onChange={(value) => isMeasure(value) && choose(value)}
          data={Object.entries(measures).map(([value, label]) => ({ value, label }))}
          style={{ alignSelf: 'flex-start' }}
        />
      }
    >
      <Drawing name={drawn}>
        {() => (
          <MatrixDrawing
            name={drawn}
            rows={people.map(({ name }) => name)}
            columns={people.map(({ name }) => name)}
            cellAt={(row, column) => {
              const [one, other] = [people[row], people[column]];
              const pair = one && other && pairs.get(`${one.id} ${other.id}`);
              if (!one || !other || !pair) return null;
              const figure = pair[measure];
              const valueText = notDefined(figure) ?? figureText(figure);
              return {
                text: figureText(figure),
                share: figure.value ?? 0,
                description: `${one.name} and ${other.name}: ${valueText}`,
              };
            }}
          />
        )}
      </Drawing>
      {panel.pairs.length === 0 && (
        <Text size="sm">No two analysts have an article in common.</Text>
      )}
      <FigureTable
        name="Agreement by pair of analysts"
        rows={panel.pairs}
        keyOf={({ one, other }) => `${one} ${other}`}
        shown={6}
        columns={[
          {
            head: 'Analysts',
            cell: ({ one, other }) => (
              <>
                <bdi>{names.analyst(one)}</bdi> and <bdi>{names.analyst(other)}</bdi>
              </>
            ),
          },
          ...subsetColumns,
          {
            head: 'Places alike',
            isNumber: true,
            cell: ({ disagreements }) => disagreements.same.toLocaleString('en-US'),
          },
          {
            head: 'Places parted',
            isNumber: true,
            cell: ({ disagreements }) => disagreements.differing.toLocaleString('en-US'),
          },
        ]}
        record={({ one, other, disagreements, ...subset }) => ({
          analyst: names.analyst(one),
          other_analyst: names.analyst(other),
          ...subsetRecord(subset),
          ...disagreements,
        })}
      />
    </PanelSection>
  );
}
