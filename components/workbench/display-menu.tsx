import { ActionIcon, Popover, SegmentedControl, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';
import { memo } from 'react';
import type { DisplaySettings } from './display-settings';

const sizes: { value: DisplaySettings['size']; label: string }[] = [
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Large' },
  { value: 'largest', label: 'Largest' },
];

/** How the article is shown: text size, letters on marks, single keys. */
export const DisplayMenu = memo(function DisplayMenu({
  settings,
  hasHighlights = true,
  onChange,
}: {
  settings: DisplaySettings;
  /** Whether the page has marks that could begin with letters. */
  hasHighlights?: boolean;
  onChange: (change: Partial<DisplaySettings>) => void;
}) {
  return (
    <Popover position="bottom-end" shadow="md" withinPortal={false} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Text size and display">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Text size and display">
            <IconTextSize size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Text size and display">
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={500} mb={4}>
              Text size
            </Text>
            <SegmentedControl
              aria-label="Text size"
              size="xs"
              transitionDuration={0}
              data={sizes}
              value={settings.size}
              onChange={(size) => onChange({ size })}
            />
          </div>
          {hasHighlights && (
            <Switch
              label="Letters on highlights"
              description="Each begins with its label’s initials"
              checked={settings.letterTags}
              onChange={({ currentTarget }) => onChange({ letterTags: currentTarget.checked })}
            />
          )}
          <Switch
            label="Single keys"
            description={
              hasHighlights
                ? 'Letters and digits label and move'
                : 'Letters move from place to place'
            }
            checked={settings.singleKeys}
            onChange={({ currentTarget }) => onChange({ singleKeys: currentTarget.checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
});
