import { Stack, Switch, Text } from '@mantine/core';
import type { ShownLabel } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';

/** Which labels are shown: also what their lines look like. */
export function LabelToggles({
  labels,
  hide,
  onHide,
}: {
  labels: readonly ShownLabel[];
  hide: readonly string[];
  onHide: (hide: string[]) => void;
}) {
  return (
    <section aria-label="Labels">
      <Text size="sm" fw={500}>
        Labels
      </Text>
      <Stack gap={6} mt={4}>
        {labels.map((label) => (
          <Switch
            key={label.key}
            size="xs"
            checked={!hide.includes(label.key)}
            onChange={({ currentTarget }) =>
              onHide(
                currentTarget.checked
                  ? hide.filter((key) => key !== label.key)
                  : [...hide, label.key],
              )
            }
            label={
              <>
                <LabelHighlight label={label} text={label.name} /> {label.tag}
              </>
            }
          />
        ))}
      </Stack>
    </section>
  );
}
