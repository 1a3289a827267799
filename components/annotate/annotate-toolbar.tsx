import type { DisplaySettings } from '@/components/workbench/display-menu';
import { SaveState, Tool } from '@/components/workbench/toolbar';
import { Badge, Button, Group, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDownload,
  IconHighlight,
  IconKeyboard,
  IconSearch,
} from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { memo } from 'react';
import { counted } from '@/components/ui/format-text';
import classes from '@/components/workbench/toolbar.module.css';
import type { Command } from '@/components/workbench/key-map';
import { DisplayMenu } from '@/components/workbench/display-menu';
import { SubmitPanel } from './submit-panel';
import type { Work } from '@/components/outbox/work';

type Lone = 'undo' | 'redo' | 'palette' | 'help';

type Toolbar = {
  articleId: string;
  work: Work;
  mayReopen: boolean;
  /** Whether the viewer's layer is in an open discussion round. */
  inRound: boolean;
  /** Whether the viewer is measured by this article. */
  isLearner: boolean;
  modifier: string;
  isSubmitOpen: boolean;
  settings: DisplaySettings;
  onSettings: (change: Partial<DisplaySettings>) => void;
  onCommand: (command: Command) => void;
  onSubmitOpen: (isOpen: boolean) => void;
  onSheet: () => void;
  onSubmit: () => Promise<void>;
  onReopen: () => Promise<void>;
};

const CommandTool = memo(function CommandTool({
  command,
  onCommand,
  ...tool
}: Omit<ComponentProps<typeof Tool>, 'onPress'> & {
  command: Lone;
  onCommand: (command: Command) => void;
}) {
  return <Tool {...tool} onPress={() => onCommand({ do: command })} />;
});

function exportTip(work: Work): string {
  if (work.save.kind === 'saved') return 'Annotations as CSV, for Excel and others';
  return `Annotations as CSV, without the ${counted(work.save.count, 'change')} not saved yet`;
}

const ExportButton = memo(function ExportButton({
  articleId,
  tip,
}: {
  articleId: string;
  tip: string;
}) {
  return (
    <Tooltip label={tip}>
      <Button
        component="a"
        href={`/api/v1/articles/${articleId}/export?format=csv&excel=true`}
        download
        variant="default"
        size="sm"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        Export CSV
      </Button>
    </Tooltip>
  );
});

/** Actions on the viewer's whole layer, and its save state. Stays in view. */
export function AnnotateToolbar(bar: Toolbar) {
  const { articleId, work, modifier, onCommand } = bar;
  const isSubmitted = work.layerState === 'submitted';
  return (
    <Group className={classes.bar} gap={4} role="toolbar" aria-label="Annotations">
      <CommandTool
        name="Undo"
        keys={`${modifier}+Z`}
        icon={IconArrowBackUp}
        isOff={!work.canUndo || isSubmitted}
        command="undo"
        onCommand={onCommand}
      />
      <CommandTool
        name="Redo"
        keys={`${modifier}+Shift+Z`}
        icon={IconArrowForwardUp}
        isOff={!work.canRedo || isSubmitted}
        command="redo"
        onCommand={onCommand}
      />
      <div className={classes.save}>
        <SaveState save={work.save} path={`/articles/${articleId}`} />
      </div>
      {isSubmitted && (
        <Badge variant="light" size="lg" tt="none">
          Submitted
        </Badge>
      )}
      <Group gap={4} className={classes.end}>
        <Button
          variant="default"
          size="sm"
          className={classes.sheet}
          leftSection={<IconHighlight size={16} aria-hidden />}
          onClick={bar.onSheet}
        >
          {counted(work.annotations.length, 'annotation')}
        </Button>
        <CommandTool
          name="Find"
          keys={`${modifier}+K`}
          icon={IconSearch}
          command="palette"
          onCommand={onCommand}
        />
        <span className={classes.keys}>
          <CommandTool
            name="Keys"
            keys="?"
            icon={IconKeyboard}
            command="help"
            onCommand={onCommand}
          />
        </span>
        <DisplayMenu settings={bar.settings} onChange={bar.onSettings} />
        <ExportButton articleId={articleId} tip={exportTip(work)} />
        <div className={classes.submit}>
          <SubmitPanel
            count={work.annotations.length}
            isSubmitted={isSubmitted}
            mayReopen={bar.mayReopen}
            inRound={bar.inRound}
            isLearner={bar.isLearner}
            isOpen={bar.isSubmitOpen}
            modifier={modifier}
            onOpen={bar.onSubmitOpen}
            onSubmit={bar.onSubmit}
            onReopen={bar.onReopen}
          />
        </div>
      </Group>
    </Group>
  );
}
