import { SaveState, Tool } from '@/components/workbench/toolbar';
import { UnitSteps } from '@/components/workbench/unit-controls';
import { Button, Group } from '@mantine/core';
import {
  IconArrowBackUp,
  IconFlame,
  IconKeyboard,
  IconListDetails,
  IconScale,
} from '@tabler/icons-react';
import bar from '@/components/workbench/toolbar.module.css';
import { DisplayMenu } from '@/components/workbench/display-menu';
import type { AdjudicationCommand } from './adjudication-keys';
import type { AdjudicationState } from './use-adjudication';

/**
 * The toolbar: steps from passage to passage, the save state, and the page's other commands. Stays
 * in view.
 */
export function AdjudicationToolbar({
  state,
  path,
  onCommand,
}: {
  state: Pick<
    AdjudicationState,
    'at' | 'listed' | 'save' | 'settings' | 'setSettings' | 'setOverlay' | 'isRules' | 'query'
  >;
  path: string;
  onCommand: (command: AdjudicationCommand) => void;
}) {
  const { at, listed, isRules } = state;
  return (
    <Group className={bar.bar} gap={4} role="toolbar" aria-label="Adjudication">
      <UnitSteps at={at} count={listed.passages.length} onStep={(to) => onCommand({ do: to })} />
      <Tool
        name="Revoke my last decision"
        keys="u"
        icon={IconArrowBackUp}
        onPress={() => onCommand({ do: 'undo' })}
      />
      <div className={bar.save}>
        <SaveState save={state.save} path={path} />
      </div>
      <Group gap={4} className={bar.end}>
        <Button
          variant="default"
          size="sm"
          className={bar.sheet}
          leftSection={<IconListDetails size={16} aria-hidden />}
          onClick={() => state.setOverlay('sheet')}
        >
          Passages
        </Button>
        <Tool
          name="Auto-resolve"
          keys="m"
          icon={IconScale}
          isOn={isRules}
          onPress={() => onCommand({ do: 'auto-resolve' })}
        />
        <Tool
          name="Shading"
          keys="h"
          icon={IconFlame}
          isOn={state.query.heat !== 'none'}
          onPress={() => onCommand({ do: 'heat' })}
        />
        <span className={bar.keys}>
          <Tool
            name="Keys"
            keys="?"
            icon={IconKeyboard}
            onPress={() => onCommand({ do: 'help' })}
          />
        </span>
        <DisplayMenu settings={state.settings} hasHighlights={false} onChange={state.setSettings} />
      </Group>
    </Group>
  );
}
