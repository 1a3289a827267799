import type { DisplaySettings } from '@/components/workbench/display-menu';
import { Tool } from '@/components/workbench/toolbar';
import { UnitSteps } from '@/components/workbench/unit-controls';
import { Button, Group } from '@mantine/core';
import { IconKeyboard, IconListDetails, IconRefresh } from '@tabler/icons-react';
import bar from '@/components/workbench/toolbar.module.css';
import { DisplayMenu } from '@/components/workbench/display-menu';
import type { ComparisonCommand } from './comparison-keys';

/** The toolbar of the comparison page; stays in view. */
export function ComparisonToolbar({
  at,
  count,
  isBusy,
  settings,
  onSettings,
  onCommand,
  onSheet,
  onRefresh,
}: {
  /** Index of the chosen passage in the list; -1 for none. */
  at: number;
  /** The number of passages; null until the comparison is computed. */
  count: number | null;
  isBusy: boolean;
  settings: DisplaySettings;
  onSettings: (change: Partial<DisplaySettings>) => void;
  onCommand: (command: ComparisonCommand) => void;
  onSheet: () => void;
  onRefresh: () => void;
}) {
  return (
    <Group className={bar.bar} gap={4} role="toolbar" aria-label="Comparison">
      <UnitSteps at={at} count={count} onStep={onCommand} />
      <Group gap={4} className={bar.end}>
        <Button
          variant="default"
          size="sm"
          className={bar.sheet}
          leftSection={<IconListDetails size={16} aria-hidden />}
          onClick={onSheet}
        >
          Passages
        </Button>
        <span className={bar.keys}>
          <Tool name="Keys" keys="?" icon={IconKeyboard} onPress={() => onCommand('help')} />
        </span>
        <Tool name="Reload the annotations" icon={IconRefresh} isOff={isBusy} onPress={onRefresh} />
        <DisplayMenu settings={settings} hasHighlights={false} onChange={onSettings} />
      </Group>
    </Group>
  );
}
