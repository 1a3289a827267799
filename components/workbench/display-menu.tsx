import { useLocalStorage } from '@mantine/hooks';
import { useCallback, memo } from 'react';
import { ActionIcon, Popover, SegmentedControl, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';

/** The viewer's display settings, stored in the browser. */
export type DisplaySettings = {
  size: 'small' | 'medium' | 'large' | 'largest';
  /** Whether annotations begin with their label's letter tag. */
  letterTags: boolean;
  /** Whether single characters without a modifier are commands. */
  singleKeys: boolean;
};

/** The font size of the article, in px. */
export const textSizes: Record<DisplaySettings['size'], number> = {
  small: 17,
  medium: 19,
  large: 22,
  largest: 26,
};

const usual: DisplaySettings = { size: 'medium', letterTags: false, singleKeys: true };

function readSettings(stored: string | undefined): DisplaySettings {
  try {
    const known: unknown = JSON.parse(stored ?? '{}');
    const settings = { ...usual, ...(typeof known === 'object' ? known : {}) };
    return settings.size in textSizes ? settings : usual;
  } catch {
    return usual;
  }
}

/** The viewer's settings, and a function that changes some of them. */
export function useDisplaySettings(): [
  DisplaySettings,
  (change: Partial<DisplaySettings>) => void,
] {
  const [settings, set] = useLocalStorage<DisplaySettings>({
    key: 'parallax-display',
    defaultValue: usual,
    deserialize: readSettings,
  });
  const change = useCallback(
    (changed: Partial<DisplaySettings>) => set((before) => ({ ...before, ...changed })),
    [set],
  );
  return [settings, change];
}

const sizes: { value: DisplaySettings['size']; label: string }[] = [
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Large' },
  { value: 'largest', label: 'Largest' },
];

/** The menu of display settings: text size, letters on annotations, single keys. */
export const DisplayMenu = memo(function DisplayMenu({
  settings,
  hasHighlights = true,
  onChange,
}: {
  settings: DisplaySettings;
  /** Whether the page has annotations that can show letter tags. */
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
              label="Letters on annotations"
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
                : 'Letters move from passage to passage'
            }
            checked={settings.singleKeys}
            onChange={({ currentTarget }) => onChange({ singleKeys: currentTarget.checked })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
});
