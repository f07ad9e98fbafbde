/** Does one task of a job, into the places that are the task's own. */
export type TaskHandler = (task: number) => void;
