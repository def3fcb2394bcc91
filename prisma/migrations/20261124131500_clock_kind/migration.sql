-- The column came with "stage" for all; clocks of tasks are told by their id
UPDATE "clock" SET "kind" = 'task' WHERE "clock" LIKE 'task:%' AND "kind" = 'stage';
