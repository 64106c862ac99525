package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.agent.permission.Questions;
import dev.wakeful.autodev.agent.permission.Word;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.inbox.EventConsumer;
import dev.wakeful.service.inbox.EventHandler;
import org.springframework.stereotype.Component;

/** Hears what people answer to agents; answers to the planner's questions are not for this service. */
@Component
class AnswerListener implements EventConsumer {

    private final Questions questions;

    AnswerListener(Questions questions) {
        this.questions = questions;
    }

    @EventHandler
    void on(ControlEvent.TaskApproved approved) {
        Word.of(approved).ifPresent(questions::take);
    }

    @EventHandler
    void on(ControlEvent.TaskDenied denied) {
        Word.of(denied).ifPresent(questions::take);
    }
}
