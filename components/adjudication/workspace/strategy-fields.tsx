import { boundaryText } from './adjudication-messages';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import { boundaryRules } from '@/lib/adjudication/merge/merge';
import { Radio, Slider, Stack, Switch, Text } from '@mantine/core';

const uses = ['none', 'require', 'decide'] as const;

const confidenceUseText: Record<(typeof uses)[number], string> = {
  none: 'Is not looked at',
  require: 'Nothing is settled by rule unless its makers say they are at least so sure',
  decide: 'Beside the other rules, the one version whose makers are at least so sure is taken',
};

/** What a merge may settle by itself, each choice explained in a line. */
export function StrategyFields({
  strategy,
  onChange,
}: {
  strategy: MergeStrategy;
  onChange: (strategy: MergeStrategy) => void;
}) {
  const { majority, confidence } = strategy;
  return (
    <Stack gap="sm">
      <Text size="sm">
        What all say alike, with the same words, label and attributes, is always taken.
      </Text>
      <Switch
        size="sm"
        label="Also a label that more than half of the readings give"
        checked={majority !== null}
        onChange={({ currentTarget }) =>
          onChange({ ...strategy, majority: currentTarget.checked ? { boundary: 'exact' } : null })
        }
      />
      {majority !== null && (
        <Radio.Group
          size="sm"
          label="Where it begins and ends"
          value={majority.boundary}
          onChange={(value) => {
            const boundary = boundaryRules.find((rule) => rule === value) ?? 'exact';
            onChange({ ...strategy, majority: { boundary } });
          }}
        >
          <Stack gap={6} mt={6}>
            {boundaryRules.map((rule) => (
              <Radio
                key={rule}
                size="xs"
                value={rule}
                label={boundaryText[rule].name}
                description={boundaryText[rule].means}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group
        size="sm"
        label="How sure its makers say they are"
        value={confidence?.use ?? 'none'}
        onChange={(value) => {
          const use = uses.find((one) => one === value) ?? 'none';
          onChange({
            ...strategy,
            confidence: use === 'none' ? null : { least: confidence?.least ?? 0.75, use },
          });
        }}
      >
        <Stack gap={6} mt={6}>
          {uses.map((use) => (
            <Radio key={use} size="xs" value={use} label={confidenceUseText[use]} />
          ))}
        </Stack>
      </Radio.Group>
      {confidence !== null && (
        <div>
          <Text size="sm" fw={500}>
            At least {Math.round(confidence.least * 100)} % sure, on the mean
          </Text>
          <Slider
            size="sm"
            min={0}
            max={100}
            step={5}
            label={null}
            thumbLabel="How sure at least, in per cent"
            value={Math.round(confidence.least * 100)}
            onChange={(percent) =>
              onChange({ ...strategy, confidence: { ...confidence, least: percent / 100 } })
            }
          />
        </div>
      )}
    </Stack>
  );
}
