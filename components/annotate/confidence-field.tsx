import { confidenceSteps, formatConfidence } from '@/components/workbench/messages';
import { Button, Group, SegmentedControl, Text, VisuallyHidden } from '@mantine/core';
import type { Ref } from 'react';

const steps = confidenceSteps.map(({ value, label }) => ({
  value: String(value),
  label: (
    <>
      <span aria-hidden>{value * 100}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </>
  ),
}));

/** The analyst's confidence in five steps of percent, or not given. */
export function ConfidenceField({
  confidence,
  isFixed,
  onChange,
  fieldRef,
}: {
  confidence: number | null;
  isFixed: boolean;
  onChange: (confidence: number | null) => void;
  fieldRef: Ref<HTMLDivElement>;
}) {
  return (
    <div>
      <Group justify="space-between" gap={4} mih={28}>
        <Text size="sm" fw={500}>
          Confidence
          <Text span size="sm" c="dimmed" fw={400}>
            {confidence === null ? ' · not given' : ` · ${formatConfidence(confidence)}`}
          </Text>
        </Text>
        {confidence !== null && !isFixed && (
          <Button variant="subtle" size="compact-xs" onClick={() => onChange(null)}>
            Clear
          </Button>
        )}
      </Group>
      <SegmentedControl
        ref={fieldRef}
        aria-label="Confidence in percent"
        fullWidth
        size="xs"
        transitionDuration={0}
        data={steps}
        value={confidence === null ? '' : String(confidence)}
        disabled={isFixed}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}
