import { Badge, Group, Kbd, Text } from '@mantine/core';
import type { Label } from '@/lib/codebook/codebook';
import { LabelHighlight } from '@/components/article-text/label-highlight';

/** A label in one line: its name as it is painted, its letter tag, its key on the keyboard. */
export function LabelHeading({ label, tag }: { label: Label; tag: string | undefined }) {
  return (
    <Group gap="xs" component="span" wrap="wrap">
      <LabelHighlight label={label} text={label.name || 'Label without a name'} />
      {tag !== undefined && (
        <Badge component="span" variant="default" size="sm" radius="sm" title="Letter tag">
          {tag}
        </Badge>
      )}
      {label.hotkey !== '' && (
        <Text component="span" size="sm" c="dimmed">
          key <Kbd>{label.hotkey}</Kbd>
        </Text>
      )}
    </Group>
  );
}
