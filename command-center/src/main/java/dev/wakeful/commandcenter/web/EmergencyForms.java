package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.emergency.EmergencyStop;
import dev.wakeful.commandcenter.emergency.ReasonMissing;
import dev.wakeful.commandcenter.emergency.StopRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons, which work without script. */
@Controller
class EmergencyForms {

    private final EmergencyStop emergency;

    EmergencyForms(EmergencyStop emergency) {
        this.emergency = emergency;
    }

    @PostMapping(OwnForm.STOP)
    ResponseEntity<Void> stop(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(
                request, () -> emergency.stop(EmergencyApi.BY, reason.isBlank() ? "The button was pressed" : reason));
    }

    @PostMapping(OwnForm.PREFIX + "resume")
    ResponseEntity<Void> resume(@RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(request, () -> emergency.resume(EmergencyApi.BY, reason));
    }

    /** Back to the page, which shows what is; what could not be is said there too. */
    private static ResponseEntity<Void> answer(HttpServletRequest request, Runnable act) {
        String back = OwnForm.back(request.getParameter("back"));
        try {
            act.run();
        } catch (StopRefused | ReasonMissing e) {
            back += "?refused=now";
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", back)
                .build();
    }
}
