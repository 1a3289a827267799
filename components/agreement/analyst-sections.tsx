'use client';

import { figureRecord, subsetRecord } from '@/components/charts/saved-files';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable, FigureCell, subsetColumns } from '@/components/charts/figure-table';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { shareDomain } from '@/components/charts/scale';
import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { figureText, notDefined } from '@/components/charts/figure-text';
import { MatrixDrawing } from '@/components/charts/matrix-drawing';

/** The competence of each analyst by MACE, and their F1 with the others. */
export function CoderSection({ coders, names }: { coders: PanelView['coders']; names: Names }) {
  return (
    <PanelSection
      id="by-analyst"
      title="Analysts"
      beside
      description="How reliable are each analyst’s annotations, judged by those of all? Competence is from MACE (Hovy et al. 2013), a model in which an analyst either knows the label or guesses. 1: always knows; 0: always guesses. It assumes that the majority is right, and takes an analyst who annotates nearly everything for a guesser: an analyst who dissents or is thorough may score low and be right. Beside it is the mean span F1 with each of the others, with partial credit, which has neither this weakness nor a correction for chance. Use both as a reason to talk, not as a grade. Competence is given from 50 items; an item is a label at a passage that somebody annotated."
    >
      <FigureTable
        name="Analysts"
        rows={coders}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Analyst', cell: ({ id }) => <bdi>{names.analyst(id)}</bdi> },
          {
            head: 'Competence',
            isNumber: true,
            cell: (row) => <FigureCell figure={row.competence} />,
          },
          {
            head: 'F1 with the others',
            isNumber: true,
            cell: (row) => <FigureCell figure={row.f1Partial} />,
          },
          { head: 'Items', isNumber: true, cell: ({ items }) => items.toLocaleString('en-US') },
          { head: 'Annotations', isNumber: true, cell: ({ n }) => n.toLocaleString('en-US') },
          {
            head: 'Articles',
            isNumber: true,
            cell: ({ articles }) => articles.toLocaleString('en-US'),
          },
        ]}
        record={({ id, articles, n, items, competence, f1Partial }) => ({
          analyst: names.analyst(id),
          articles,
          annotations: n,
          items,
          ...figureRecord('mace_competence', competence),
          ...figureRecord('f1_partial', f1Partial),
        })}
      />
      <Drawing name="Competence of analysts (MACE)">
        {(width) => (
          <DotPlot
            name="Competence of analysts (MACE)"
            width={width}
            domain={shareDomain}
            rows={coders.map(({ id, competence }) => ({
              id,
              name: names.analyst(id),
              ...competence,
            }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}

const measures = {
  uAlphaPooled: 'uα',
  f1Partial: 'F1, partial credit',
  f1Exact: 'F1, exact',
} as const;

type Measure = keyof typeof measures;

const isMeasure = (name: string): name is Measure => name in measures;

/** Agreement of each pair of analysts, as a matrix and as a table. */
export function PairSection({ panel, names }: { panel: PanelView; names: Names }) {
  const [measure, choose] = useState<Measure>('uAlphaPooled');
  const people = panel.coders.map(({ id, name }) => ({ id, name: names.analyst(id) || name }));
  const pairs = new Map(
    panel.pairs.flatMap((pair) => [
      [`${pair.one} ${pair.other}`, pair] as const,
      [`${pair.other} ${pair.one}`, pair] as const,
    ]),
  );
  const drawn = `${measures[measure]} by pair of analysts`;
  return (
    <PanelSection
      id="by-pair"
      title="By pair of analysts"
      description="Who agrees with whom? The darker the cell, the nearer to 1. An empty cell: the two have no article in common."
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
            head: 'Passages that agree',
            isNumber: true,
            cell: ({ disagreements }) => disagreements.same.toLocaleString('en-US'),
          },
          {
            head: 'Passages that differ',
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
