package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.approvals.AnswerRequest;
import dev.wakeful.commandcenter.approvals.Answers;
import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Presence;
import dev.wakeful.commandcenter.reading.Approval;
import dev.wakeful.commandcenter.reading.Approvals;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the system asks people, and their answers. */
@RestController
class ApprovalApi {

    private final Approvals approvals;
    private final Answers answers;
    private final Presence presence;

    ApprovalApi(Approvals approvals, Answers answers, Presence presence) {
        this.approvals = approvals;
        this.answers = answers;
        this.presence = presence;
    }

    /** Those that wait for an answer; with {@code all} the others as well. */
    @GetMapping("/api/approvals")
    Map<String, List<Approval>> approvals(
            @RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "200") int limit) {
        String base = Base.ofRequest();
        return Map.of("approvals", all ? approvals.newest(Limit.of(limit), base) : approvals.waiting(base));
    }

    @GetMapping("/api/approvals/{approval}")
    Approval approval(@PathVariable String approval) {
        return approvals
                .find(approval, Base.ofRequest())
                .orElseThrow(() -> new NotThere(
                        "There is no question '" + approval + "'; GET /api/approvals lists those there are."));
    }

    @PostMapping("/api/approvals/{approval}")
    Approval answer(@PathVariable String approval, @RequestBody AnswerRequest request) {
        Approval answered = answers.answer(approval, request, Base.ofRequest());
        presence.seen(Person.of(request.by()), "answer");
        return answered;
    }
}
