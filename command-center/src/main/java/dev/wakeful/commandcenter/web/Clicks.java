package dev.wakeful.commandcenter.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the page's script tells of clicks that ask for nothing; the presence filter notices who it is. */
@RestController
class Clicks {

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void click() {}
}
