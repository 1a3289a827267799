import { Group, Select } from '@mantine/core';
import { LabelButton } from './label-button';
import type { LabelLookup } from '@/components/article-text/label-lookup';

const few = 9;

/** Gives another label: by buttons where labels are few, else from a list. */
export function Relabel({
  lookup,
  label: given,
  onLabel,
}: {
  lookup: LabelLookup;
  /** The label that is given now. */
  label: string;
  onLabel: (key: string) => void;
}) {
  const { offered } = lookup;
  if (offered.length <= few)
    return (
      <Group gap={2} role="group" aria-label="Label">
        {offered.map((label) => (
          <LabelButton
            key={label.key}
            label={label}
            isPressed={label.key === given}
            onPress={onLabel}
          />
        ))}
      </Group>
    );
  return (
    <Select
      size="sm"
      label="Label"
      searchable
      allowDeselect={false}
      data={offered.map(({ key, name }) => ({ value: key, label: name }))}
      value={given}
      onChange={(key) => key !== null && onLabel(key)}
    />
  );
}
