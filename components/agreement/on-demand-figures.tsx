'use client';

import { counted } from '@/components/ui/format-text';
import type { OnDemandMeasure } from '@/components/charts/figure-text';
import { Text, Button, Group, NativeSelect, Stack } from '@mantine/core';
import type { AgreementView, OnDemandFigureView } from '@/lib/agreement/agreement-view';
import { FigureCard } from '@/components/charts/figure-card';
import { FigureTable, FigureCell } from '@/components/charts/figure-table';
import { sentence, onDemandMeasureText } from '@/components/charts/figure-text';
import type { Names } from './names';
import { useState } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { AgreementFilterValues } from './agreement-filter-values';
import { agreementSearch } from './agreement-filter-values';
import { PanelSection } from '@/components/charts/panel-section';
import { ComputationProgress } from '@/components/ui/computation-progress';
import { useAgreementRequest } from './use-agreement-request';

/** An on-demand figure on its scale, with its method and related figures. */
function OnDemandFigure({ view, names }: { view: AgreementView; names: Names }) {
  const { figure, measure, reason } = view;
  if (figure === null || measure === 'panel')
    return <Text size="sm">{reason ?? 'There is nothing to calculate it from.'}</Text>;
  const text = onDemandMeasureText[measure];
  const from = `From ${counted(figure.n, 'annotation')} of ${counted(figure.coders, 'analyst')} in ${counted(figure.articles, 'article')}.`;
  type Beside = (typeof figure.beside)[number];
  const nameOf = ({ name, label, pair }: Beside) =>
    [
      name,
      label !== null && `of ${names.label(label)}`,
      pair !== null && `of ${pair.map(names.analyst).join(' and ')}`,
    ]
      .filter((part) => part !== false)
      .join(' ');
  return (
    <div>
      <FigureCard figure={figure} text={text} facts={[from, sentence(figure.method)]} />
      {figure.beside.length > 0 && (
        <FigureTable
          name={`Figures related to ${text.short}`}
          rows={figure.beside}
          keyOf={({ name, label, pair }) => JSON.stringify([name, label, pair])}
          shown={8}
          columns={[
            { head: 'Figure', cell: (row) => <bdi>{nameOf(row)}</bdi> },
            {
              head: 'Value',
              isNumber: true,
              cell: (row) => <FigureCell figure={row} />,
            },
          ]}
          record={(row) => ({
            figure: row.name,
            label: row.label,
            analyst: row.pair && names.analyst(row.pair[0]),
            other_analyst: row.pair && names.analyst(row.pair[1]),
            value: row.value,
            reason: row.reason,
          })}
        />
      )}
    </div>
  );
}

const alphas: OnDemandMeasure[] = ['alpha-character', 'alpha-token', 'alpha-sentence'];

const distances = [
  { value: 'jaccard', label: 'Jaccard: shared labels divided by all labels' },
  {
    value: 'masi',
    label: 'MASI: as Jaccard, and lower where one set has labels that the other lacks',
  },
];

function isAlpha(name: string): name is OnDemandMeasure {
  return alphas.some((alpha) => alpha === name);
}

/** Figures that take longer: each is calculated on demand and can be cancelled. */
export function OnDemandFigures({
  names,
  onFigure,
  ...props
}: {
  projectId: string;
  filters: AgreementFilterValues;
  names: Names;
  /** Called with each calculated figure, by name, for the JSON file of everything. */
  onFigure: (name: string, figure: OnDemandFigureView) => void;
}) {
  return (
    <PanelSection
      id="on-request"
      title="On demand"
      description="Figures that take longer: seconds for a few articles, minutes for thousands. They are calculated from the same annotations as the others on this page."
    >
      <OnDemandForm {...props} names={names} measures={['gamma']} onFigure={onFigure} />
      <OnDemandForm {...props} names={names} measures={alphas} onFigure={onFigure} />
    </PanelSection>
  );
}

function OnDemandForm({
  projectId,
  filters,
  names,
  measures,
  onFigure,
}: {
  projectId: string;
  filters: AgreementFilterValues;
  names: Names;
  measures: readonly OnDemandMeasure[];
  onFigure: (name: string, figure: OnDemandFigureView) => void;
}) {
  const request = useAgreementRequest(projectId);
  const [measure, choose] = useState<OnDemandMeasure>(measures[0] ?? 'gamma');
  const [distance, setDistance] = useState('jaccard');
  const [requested, setRequested] = useState<OnDemandMeasure>(measure);
  const { short } = onDemandMeasureText[measure];
  const begin = () => {
    setRequested(measure);
    const of = measure === 'gamma' ? {} : { distance };
    void request.send(agreementSearch(filters, { measure, ...of }), ({ figure }) => {
      if (figure) onFigure([measure, ...Object.values(of)].join(' '), figure);
    });
  };
  const { view } = request;
  return (
    <Stack gap="md">
      <Group align="end" gap="md">
        {measures.length > 1 && (
          <>
            <NativeSelect
              label="α over"
              value={measure}
              onChange={({ currentTarget: { value } }) => isAlpha(value) && choose(value)}
              data={measures.map((value) => ({
                value,
                label: onDemandMeasureText[value].short.replace('α over ', ''),
              }))}
            />
            <NativeSelect
              label="Distance of two label sets"
              value={distance}
              onChange={({ currentTarget }) => setDistance(currentTarget.value)}
              data={distances}
            />
          </>
        )}
        <Button variant="default" onClick={begin} disabled={request.isBusy}>
          Calculate {short}
        </Button>
      </Group>
      {request.isBusy && (
        <ComputationProgress
          what={`Calculating ${onDemandMeasureText[requested].short}`}
          unit={requested === 'gamma' ? 'steps' : 'articles'}
          progress={request.progress}
          onCancel={request.cancel}
        />
      )}
      <div role="status">
        {request.isCancelled &&
          `${onDemandMeasureText[requested].short} was stopped. Nothing is lost.`}
      </div>
      {request.problem && <ProblemAlert problem={request.problem} />}
      {!request.isBusy && !request.problem && view && <OnDemandFigure view={view} names={names} />}
    </Stack>
  );
}
