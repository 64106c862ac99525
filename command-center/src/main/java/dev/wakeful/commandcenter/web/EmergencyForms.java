package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.emergency.EmergencyStop;
import dev.wakeful.commandcenter.emergency.ReasonMissing;
import dev.wakeful.commandcenter.emergency.StopRefused;
import dev.wakeful.commandcenter.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons, which work without script. Whoever stops need not be signed in; whoever resumes must be. */
@Controller
class EmergencyForms {

    static final String STOP = "/emergency-stop";
    private static final String SOMEBODY = "somebody at the dashboard";

    private final EmergencyStop emergency;
    private final SignedIn signedIn;

    EmergencyForms(EmergencyStop emergency, SignedIn signedIn) {
        this.emergency = emergency;
        this.signedIn = signedIn;
    }

    @PostMapping(STOP)
    ResponseEntity<Void> stop(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(request, () -> emergency.stop(by(request), reason.isBlank() ? "The button was pressed" : reason));
    }

    @PostMapping("/resume")
    ResponseEntity<Void> resume(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(request, () -> emergency.resume(by(request), reason));
    }

    private String by(HttpServletRequest request) {
        return signedIn.person(request).map(Person::name).orElse(SOMEBODY);
    }

    /** Back to the page, which shows what is; what could not be is said there too. */
    private static ResponseEntity<Void> answer(HttpServletRequest request, Runnable act) {
        String back = back(request.getParameter("back"));
        try {
            act.run();
        } catch (StopRefused | ReasonMissing e) {
            back += "?refused";
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", back)
                .build();
    }

    /** The page a form came from, told by the form itself; never another site's. */
    static String back(@Nullable String path) {
        return path != null && path.matches("/(budget|tasks/[A-Za-z0-9-]{1,80}|approvals/[A-Za-z0-9-]{1,80})?")
                ? path
                : "/";
    }
}
