'use client';

import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';
import type { AgreementFilterValues } from './agreement-filter-values';
import { agreementSearch } from './agreement-filter-values';
import { OnDemandFigure } from './on-demand-figure';
import type { OnDemandMeasure } from '@/components/charts/measure-text';
import { onDemandMeasureText } from '@/components/charts/measure-text';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { ComputationProgress } from '@/components/ui/computation-progress';
import { useAgreementRequest } from './use-agreement-request';

const alphas: OnDemandMeasure[] = ['alpha-character', 'alpha-token', 'alpha-sentence'];

const distances = [
  { value: 'jaccard', label: 'Jaccard: shared labels of all labels there' },
  { value: 'masi', label: 'MASI: as Jaccard, and less where one holds more than the other' },
];

function isAlpha(name: string): name is OnDemandMeasure {
  return alphas.some((alpha) => alpha === name);
}

/** Figures that take longer: each is reckoned when it is asked for, and may be broken off. */
export function OnDemandFigures({
  names,
  onFigure,
  ...props
}: {
  projectId: string;
  filters: AgreementFilterValues;
  names: Names;
  /** What has been reckoned, by name, for the file of everything. */
  onFigure: (name: string, figure: OnDemandFigureView) => void;
}) {
  return (
    <PanelSection
      id="on-request"
      title="On request"
      description="Figures that take longer: seconds for a few articles, minutes for thousands. They are reckoned from the same readings as all else here."
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
              label="How far two sets of labels are apart"
              value={distance}
              onChange={({ currentTarget }) => setDistance(currentTarget.value)}
              data={distances}
            />
          </>
        )}
        <Button variant="default" onClick={begin} disabled={request.isBusy}>
          Compute {short}
        </Button>
      </Group>
      {request.isBusy && (
        <ComputationProgress
          what={`Computing ${onDemandMeasureText[requested].short}`}
          unit={requested === 'gamma' ? 'steps' : 'articles'}
          progress={request.progress}
          onCancel={request.cancel}
        />
      )}
      <div role="status">
        {request.isCancelled &&
          `${onDemandMeasureText[requested].short} was broken off. Nothing is lost.`}
      </div>
      {request.problem && <ProblemAlert problem={request.problem} />}
      {!request.isBusy && !request.problem && view && <OnDemandFigure view={view} names={names} />}
    </Stack>
  );
}
