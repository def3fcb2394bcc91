import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { CarryPart } from '../../properties/steps/carry-part.tsx';
import { FormDesigner } from '../../properties/steps/form-designer.tsx';
import { TaskOutcomes } from './task-outcomes.tsx';
import { PausesPart } from './pauses-part.tsx';
import { RepeatPart } from './repeat-part.tsx';
import { ShownFacts } from '../../properties/steps/shown-facts.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import type { StepFormProps } from '../../properties/steps/use-step-edit.ts';
import { WhoSection } from '../../properties/steps/who-section.tsx';
import { DueSections, PlaybookSection } from '../../properties/steps/work-parts.tsx';

/** A task, in the order of thought: who, when, what if late, what is asked, what comes out. */
export function TaskForm(props: StepFormProps<'task'>) {
  return (
    <>
      <WhoSection {...props} />
      <DueSections {...props}>
        <PausesPart {...props} />
      </DueSections>
      <FormDesigner {...props} />
      <ShownFacts {...props} />
      <TaskOutcomes {...props} />
      <ConditionsSection {...props} />
      <PlaybookSection {...props} />
      <StepMore {...props}>
        <RepeatPart {...props} />
        <CarryPart {...props} />
      </StepMore>
    </>
  );
}
